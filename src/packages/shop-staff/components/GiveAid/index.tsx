import { View } from '@tarojs/components'
import { Sheet } from '@/src/design/Sheet'
import { useGiveAid } from '@/src/queries/shopStaff'
import { Submitted } from '@/src/queries/Submitted'
import { countSaid } from '@/src/words/shop'
import type { Promised } from '@/types/shop'

type GiveAidProps = {
  aid: Pick<Promised, 'id' | 'goods' | 'quantity' | 'person'>
  onBack: () => void
  onDone: (said: string) => void
}

/** Gives what was approved for somebody in need. */
export function GiveAid({ aid: { id, goods, quantity, person }, onBack, onDone }: GiveAidProps) {
  const give = useGiveAid()
  const what = countSaid(goods.name, quantity, goods.unit)
  const send = () => give.submit({ aid: id }, { done: () => onDone(`${what}给${person.name}了`) })
  return (
    <Sheet
      label={`${what}交到${person.name}手里了吗？`}
      yes={{ label: '交到了', busy: give.busy || give.waiting, onTap: send }}
      back="还没有"
      onBack={onBack}
    >
      <View>本人来不了，可以由家人或网格员代领。</View>
      <Submitted of={give} />
    </Sheet>
  )
}
