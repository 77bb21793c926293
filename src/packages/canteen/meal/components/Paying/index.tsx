import { useReducer } from 'react'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Countdown } from '@/src/design/Countdown'
import { Notice } from '@/src/design/Notice'
import { showToast } from '@/src/design/Toast'
import { pay, payNote } from '@/src/platform/pay'
import { usePayOrder } from '@/src/queries/canteen'
import { Submitted } from '@/src/queries/Submitted'
import { yuanSaid } from '@/src/words/meals'
import type { Order } from '@/types/canteen'

type PayingProps = {
  order: Order
  person: string | undefined
  onPaid: () => void
}

/** An order that waits for WeChat Pay: how long still, the way to pay, and how to start again. */
export function Paying({ order, person, onPaid }: PayingProps) {
  // Drawn again when the time is up.
  const [, end] = useReducer((times: number) => times + 1, 0)
  const { payUntil } = order
  if (payUntil !== null && now() >= payUntil)
    return (
      <Notice kind="warn" label="付款的时间过了">
        没有扣钱的话，订单马上取消，菜让给别人。还想吃，请回到菜单再订一次。
      </Notice>
    )
  return (
    <>
      <Card label="还没有付钱">
        {payUntil !== null && (
          <Countdown label="菜给您留着，请在这段时间里付" until={payUntil} now={now} onEnd={end} />
        )}
        过了时间就自动取消，可以回到菜单再订一次。
      </Card>
      <PayButton order={order} person={person} label="用微信付" onPaid={onPaid} />
    </>
  )
}

type PayButtonProps = PayingProps & { label: string; quiet?: boolean }

/** Begins, or begins again, to pay by WeChat. */
export function PayButton({ order, person, label, quiet = false, onPaid }: PayButtonProps) {
  const paying = usePayOrder()
  const tap = () =>
    paying.submit(
      { order: order.id, ...(person !== undefined && { forResident: person }) },
      {
        done: ({ payment }) => {
          if (payment) void pay(payment).then((paid) => paid && onPaid())
          else showToast('微信付款没有接通，钱没有扣。请过一会儿再点一次', 'warn')
        },
      },
    )
  return (
    <>
      {payNote !== null && <Notice kind="warn" label={payNote} />}
      <Submitted of={paying} />
      <Button
        label={label}
        number={yuanSaid(order.pays)}
        look={quiet ? 'secondary' : 'primary'}
        busy={paying.busy || paying.waiting}
        onTap={tap}
      />
    </>
  )
}
