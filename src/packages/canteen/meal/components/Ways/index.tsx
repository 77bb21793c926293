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
import { daySaid, whenSaid } from '@/src/words/time'
import type { Order } from '@/types/canteen'
import { PayButton } from '../Paying'

type WaysProps = {
  order: Order
  person: string | undefined
  mayPayByWechat: boolean
  onPaid: () => void
}

/** What can still be done about an order: pay it now, change it, call it off. */
export function Ways({ order, person, mayPayByWechat, onPaid }: WaysProps) {
  const [asking, setAsking] = useState(false)
  const { id, service, state, cutOff, paidBy } = order
  const at = now()
  if (state !== 'placed' && state !== 'paying') return null
  const early = at < cutOff
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
      {early && state === 'placed' && paidBy === null && (
        <Button
          label="改一改"
          look="quiet"
          drawing="pen"
          onTap={() =>
            goTo('mealOrder', { service, order: id, ...(person !== undefined && { person }) })
          }
        />
      )}
      {early && (
        <Button label="取消这一单" look="quiet" drawing="close" onTap={() => setAsking(true)} />
      )}
      <View>
        {early
          ? `${whenSaid(cutOff, at)} 前可以改，可以取消。`
          : '过了能改的时间。来不了，请打电话告诉餐厅。'}
      </View>
      {asking && <Cancel order={order} person={person} onBack={() => setAsking(false)} />}
    </>
  )
}

type CancelProps = { order: Order; person: string | undefined; onBack: () => void }

/** Asks before an order is called off. */
function Cancel({ order, person, onBack }: CancelProps) {
  const cancel = useCancelOrder()
  const { id, day, meal, lines, paidBy, pays } = order
  const leave = () =>
    cancel.submit(
      { order: id, ...(person !== undefined && { forResident: person }) },
      {
        done: () => {
          showToast('已经取消了')
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
        {paidBy === 'wechat' && `付的 ${yuanSaid(pays)} 原路退回微信。`}
        想再吃，要重新订。
      </View>
      <Submitted of={cancel} />
    </Sheet>
  )
}
