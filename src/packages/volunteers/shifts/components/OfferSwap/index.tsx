import { View } from '@tarojs/components'
import { now } from '@/src/api/clock'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import { Submitted } from '@/src/queries/Submitted'
import { useOfferSwap } from '@/src/queries/volunteers'
import { shiftWhenSaid } from '@/src/words/volunteers'
import type { Shift } from '@/types/volunteers'
import type { Whose } from '../../../components/Who'

type OfferSwapProps = { shift: Shift; whose: Whose; onBack: () => void }

/** Says what an offer means before it is made: the place stays one's own until somebody takes it. */
export function OfferSwap({ shift, whose, onBack }: OfferSwapProps) {
  const offer = useOfferSwap()
  const send = () =>
    offer.submit(
      { shift: shift.id, offer: true, ...whose.forSomeone },
      {
        done: () => {
          showToast('放出去了，有人接会告诉您')
          onBack()
        },
      },
    )
  return (
    <Sheet
      label={`想请人替${whose.name || '您'}来这一班吗？`}
      yes={{ label: '是的，想换班', busy: offer.busy, onTap: send }}
      back={offer.waiting ? '知道了' : whose.name ? '还是来' : '我还是来'}
      onBack={onBack}
    >
      <View>
        {shift.title}，{shiftWhenSaid(shift, now())}。
      </View>
      <View>
        别的志愿者会在“换班”里看到。有人接了会通知您，没人接还是要请{whose.name || '您'}来。
      </View>
      {shift.approveSwaps && <View>有人愿意来，要社区同意才算换好。</View>}
      <Submitted of={offer} />
    </Sheet>
  )
}
