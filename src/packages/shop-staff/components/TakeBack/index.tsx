import { View } from '@tarojs/components'
import { useState } from 'react'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import { Stepper } from '@/src/design/Stepper'
import { useTakeBack } from '@/src/queries/shopStaff'
import { Submitted } from '@/src/queries/Submitted'
import { countSaid } from '@/src/words/shop'
import { mostAtOnce } from '@/types/shared/shopLimits'

type TakeBackProps = {
  /** The entry that lent it. */
  entry: string
  name: string
  unit: string
  /** How many are not back. */
  out: number
  person: string | null
  onBack: () => void
}

/** What somebody borrowed comes back: all of it, or as many as they bring. */
export function TakeBack({ entry, name, unit, out, person, onBack }: TakeBackProps) {
  const take = useTakeBack()
  const [quantity, setQuantity] = useState(out)
  const send = () =>
    take.submit(
      { entry, quantity },
      {
        done: () => {
          showToast(`收回来了，${countSaid(name, quantity, unit)}`)
          onBack()
        },
      },
    )
  return (
    <Sheet
      label="东西还回来了吗？"
      yes={{ label: '还回来了', busy: take.busy || take.waiting, onTap: send }}
      back="还没有"
      onBack={onBack}
    >
      <View>
        {[person, `借走没还的：${countSaid(name, out, unit)}`].filter(Boolean).join('，')}
      </View>
      {out > 1 && (
        <Stepper
          label="这次还几份"
          unit={unit}
          least={1}
          most={Math.min(out, mostAtOnce)}
          value={quantity}
          onChange={setQuantity}
        />
      )}
      <Submitted of={take} />
    </Sheet>
  )
}
