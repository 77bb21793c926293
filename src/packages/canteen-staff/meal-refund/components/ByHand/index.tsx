import { useState } from 'react'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Heading } from '@/src/design/Heading'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { showToast } from '@/src/design/Toast'
import { useSettleByHand, useSettlement } from '@/src/queries/canteenStaff'
import { Submitted } from '@/src/queries/Submitted'
import { yuanSaid } from '@/src/words/meals'
import { whenSaid } from '@/src/words/time'
import type { PayChannel, Settlement } from '@/types/canteen'

export type Unsettled = Settlement['unsettled'][number]

const said = ({ refund, name, amount }: Unsettled): string =>
  refund === null
    ? `${name}微信付的 ${yuanSaid(amount)}，和订单对不上`
    : `退给${name}的 ${yuanSaid(amount)}，微信没退成`

/** What WeChat Pay left open, of any month; nothing is shown while there is none. */
export function UnsettledList({
  month,
  onChoose,
}: {
  month: string
  onChoose: (one: Unsettled) => void
}) {
  const unsettled = useSettlement(month).data?.unsettled ?? []
  if (unsettled.length === 0) return null
  return (
    <>
      <Heading label="微信办不了，要我们来办的" />
      <Rows label="要我们来办的">
        {unsettled.map((one) => (
          <Row
            key={`${one.order} ${one.refund ?? one.at}`}
            label={said(one)}
            detail={`${whenSaid(one.at, now())} 的，点开办好`}
            drawing="warn"
            colour="gold"
            onTap={() => onChoose(one)}
          />
        ))}
      </Rows>
    </>
  )
}

const longestReason = 100

/** How the money went back in the end, and why; kept with the order. */
export function ByHand({ one, onDone }: { one: Unsettled; onDone: () => void }) {
  const { order, refund } = one
  const [paidBy, setPaidBy] = useState<PayChannel>('cash')
  const [because, setBecause] = useState('')
  const [tried, setTried] = useState(false)
  const settle = useSettleByHand()
  const missing = because.trim() === ''
  const send = () => {
    setTried(true)
    if (missing) return
    settle.submit(
      { order, refund, paidBy, because: because.trim() },
      {
        done: () => {
          showToast('记好了，这一笔办完了')
          onDone()
        },
      },
    )
  }
  return (
    <Page
      title="微信办不了的一笔"
      action={
        <>
          <Submitted of={settle} />
          <Button label="办好了" busy={settle.busy || settle.waiting} onTap={send} />
          <Button label="先不办" look="quiet" onTap={onDone} />
        </>
      }
    >
      <Card label="这一笔">{said(one)}</Card>
      <Choice
        label="钱怎么退的"
        options={[
          { value: 'cash', label: '退了现金', detail: '已经当面退给他' },
          { value: 'card', label: '退到银行卡', detail: '已经转给他' },
          {
            value: 'wechat',
            label: refund === null ? '用微信退' : '在微信商户平台退了',
            detail: refund === null ? '整笔从微信原路退回去' : '在商户平台看到已经退成功，再选这个',
          },
        ]}
        value={paidBy}
        onChange={setPaidBy}
      />
      <Field
        label="为什么这样办"
        hint="记在账上，比如：他的银行卡注销了"
        most={longestReason}
        value={because}
        onChange={setBecause}
        {...(tried && missing && { error: '请写一句原因' })}
      />
    </Page>
  )
}
