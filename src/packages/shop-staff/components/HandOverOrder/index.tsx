import { View } from '@tarojs/components'
import { Sheet } from '@/src/design/Sheet'
import { useHandOver } from '@/src/queries/shopStaff'
import { Submitted } from '@/src/queries/Submitted'
import { countSaid } from '@/src/words/shop'
import type { ShopOrder } from '@/types/shop'

type HandOverOrderProps = {
  order: ShopOrder
  onBack: () => void
  onDone: (said: string) => void
}

/** Gives what somebody ordered: asked once, since points are taken and goods leave. */
export function HandOverOrder({ order, onBack, onDone }: HandOverOrderProps) {
  const hand = useHandOver()
  const { id, goods, quantity, person } = order
  const what = countSaid(goods.name, quantity, goods.unit)
  const send = () =>
    hand.submit(
      { goods: goods.id, order: id },
      { done: () => onDone(`${what}交给${person.name}了`) },
    )
  return (
    <Sheet
      label={`把${what}交给${person.name}吗？`}
      yes={{ label: '交给他了', busy: hand.busy || hand.waiting, onTap: send }}
      back="还没有"
      onBack={onBack}
    >
      <View>请先扫会员码，或者看会员卡，确认是本人或家人。积分订的时候已经扣好，不用再付。</View>
      <Submitted of={hand} />
    </Sheet>
  )
}
