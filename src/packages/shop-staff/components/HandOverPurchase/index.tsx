import { View } from '@tarojs/components'
import { Sheet } from '@/src/design/Sheet'
import { useHandOverPurchase } from '@/src/queries/shopStaff'
import { Submitted } from '@/src/queries/Submitted'
import { yuanSaid } from '@/src/words/meals'
import type { Purchase } from '@/types/shop'

type HandOverPurchaseProps = {
  purchase: Purchase
  onBack: () => void
  onDone: (said: string) => void
}

/** Gives what was bought for somebody, for the money it cost. */
export function HandOverPurchase({ purchase, onBack, onDone }: HandOverPurchaseProps) {
  const hand = useHandOverPurchase()
  const { id, person, what } = purchase
  const fen = purchase.fen ?? 0
  const send = () =>
    hand.submit(
      { purchase: id, expected: fen },
      { done: () => onDone(`${what}交给${person.name}了，收了 ${yuanSaid(fen)}`) },
    )
  return (
    <Sheet
      label={`${yuanSaid(fen)} 收到了吗？`}
      yes={{ label: '收到了，给他', busy: hand.busy || hand.waiting, onTap: send }}
      back="还没有"
      onBack={onBack}
    >
      <View>
        {person.name}，{what}
      </View>
      <Submitted of={hand} />
    </Sheet>
  )
}
