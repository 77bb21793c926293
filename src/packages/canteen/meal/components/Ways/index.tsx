import { View } from '@tarojs/components'
import { useState } from 'react'
import { now, today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import { useCancelOrder } from '@/src/queries/canteen'
import { Submitted } from '@/src/queries/Submitted'
import { goTo } from '@/src/routes'
import { dishesSaid, mealNames, yuanSaid } from '@/src/words/meals'
import { daySaid } from '@/src/words/time'
import type { Order } from '@/types/canteen'
import { waysOf } from '../../ways'
import { PayButton } from '../Paying'
import { TakeMoney } from '../TakeMoney'

type WaysProps = {
  order: Order
  person: string | undefined
  /** Staff act for a resident: they take the money, and give it back. */
  onBehalf: boolean
  mayPayByWechat: boolean
  onPaid: () => void
}

/** What can still be done about an order: pay it now, change it, call it off. */
export function Ways({ order, person, onBehalf, mayPayByWechat, onPaid }: WaysProps) {
  const [asking, setAsking] = useState(false)
  const { id, service, state, paidBy } = order
  const ways = waysOf(order, { onBehalf, at: now() })
  if (!ways) return null
  const whose: Readonly<Record<string, string>> =
    person === undefined ? {} : onBehalf ? { forResident: person } : { person }
  return (
    <>
      {state === 'placed' && paidBy === null && mayPayByWechat && (
        <PayButton
          order={order}
          person={person}
          label="不想带钱，现在用微信付"
          quiet
          onPaid={onPaid}
        />
      )}
      {state === 'placed' && paidBy === null && onBehalf && <TakeMoney order={order} />}
      {ways.change && (
        <Button
          label="改一改"
          look="quiet"
          drawing="pen"
          onTap={() => goTo('mealOrder', { service, order: id, ...whose })}
        />
      )}
      {ways.cancel && (
        <Button label="取消这一单" look="quiet" drawing="close" onTap={() => setAsking(true)} />
      )}
      <View>{ways.said}</View>
      {asking && (
        <Cancel order={order} person={person} onBehalf={onBehalf} onBack={() => setAsking(false)} />
      )}
    </>
  )
}

type CancelProps = {
  order: Order
  person: string | undefined
  onBehalf: boolean
  onBack: () => void
}

/** Where the money goes of an order that is called off. */
const moneyBackSaid = ({ paidBy, pays }: Order): string | null => {
  if (paidBy === 'wechat') return `付的 ${yuanSaid(pays)} 原路退回微信。`
  return paidBy === null ? null : `付的 ${yuanSaid(pays)}，请当面退给他。`
}

/** Asks before an order is called off. */
function Cancel({ order, person, onBehalf, onBack }: CancelProps) {
  const cancel = useCancelOrder()
  const { id, day, meal, lines } = order
  const leave = () =>
    cancel.submit(
      { order: id, ...(person !== undefined && { forResident: person }) },
      {
        done: ({ paidBy, pays }) => {
          const hand = onBehalf && (paidBy === 'cash' || paidBy === 'card')
          showToast(hand ? `取消了，请把 ${yuanSaid(pays)} 当面退给他` : '已经取消了')
          onBack()
        },
      },
    )
  return (
    <Sheet
      label="取消这一单吗？"
      yes={{ label: '是的，取消', danger: true, busy: cancel.busy, onTap: leave }}
      back={cancel.waiting ? '知道了' : '留着'}
      onBack={onBack}
    >
      <View>
        {person !== undefined && order.person ? `${order.person.name}的` : ''}
        {daySaid(day, today())}
        {mealNames[meal]}：{dishesSaid(lines)}。
      </View>
      <View>
        菜马上让给别人。
        {moneyBackSaid(order)}
        想再吃，要重新订。
      </View>
      <Submitted of={cancel} />
    </Sheet>
  )
}
