import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { lateMs } from '@/domain/canteen/service'
import { now, today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { CallButton } from '@/src/design/CallButton'
import { Card } from '@/src/design/Card'
import { Figure } from '@/src/design/Figure'
import { More } from '@/src/design/More'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Speak } from '@/src/design/Speak'
import { Remind } from '@/src/packages/activities/components/Remind'
import { useMenu, useOrder } from '@/src/queries/canteen'
import { Reading } from '@/src/queries/Reading'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { orderSaid, paidSaid, reasonSaid, servingNames, yuanAloud } from '@/src/words/canteen'
import { dishesSaid, mealNames, yuanSaid } from '@/src/words/meals'
import { daySaid, spanSaid } from '@/src/words/time'
import type { Order } from '@/types/canteen'
import { Price } from '../components/Price'
import { Paying } from './components/Paying'
import { PickUpCode } from './components/PickUpCode'
import { Ways } from './components/Ways'

/** One order: the code it is fetched with, what was ordered, its price and why, and the ways to pay, change and cancel. */
export default function Meal() {
  const { order: id = '', person, paid, fresh, staff } = useRouter().params
  const [asking, setAsking] = useState(paid !== undefined)
  const reading = useOrder(id, person, { asking })
  const menu = useMenu()
  const order = reading.data
  // Asked for every few seconds only as long as the answer is not known.
  const answered = order !== undefined && !isUnpaid(order)
  useEffect(() => {
    if (answered) setAsking(false)
  }, [answered])
  const cached = cachedAt(reading)
  const callNumber = menu.data?.callNumber ?? null
  return (
    <Page
      title={order ? titleOf(order, person !== undefined) : '订单'}
      {...(order && {
        subtitle: `${daySaid(order.day, today())}${mealNames[order.meal]}，${spanSaid(order.startsAt, order.endsAt)}`,
      })}
      {...(cached && { cachedAt: cached })}
    >
      <Reading of={reading} failed="订单没有打开">
        {(value) => (
          <>
            <Content
              order={value}
              person={person}
              asking={asking}
              onPaid={() => setAsking(true)}
              mayPayByWechat={menu.data?.operator?.payByWechat === true && staff === undefined}
            />
            {fresh !== undefined && staff === undefined && value.state === 'placed' && (
              <Remind after="meal" />
            )}
          </>
        )}
      </Reading>
      {callNumber !== null && <CallButton label="打电话问餐厅" phone={callNumber} />}
    </Page>
  )
}

/** Whether money for it may still be on its way. */
const isUnpaid = ({ state, paidBy }: Order): boolean =>
  paidBy === null && (state === 'paying' || state === 'placed')

const titleOf = ({ person, state }: Order, other: boolean): string =>
  `${other && person ? `${person.name}的饭` : ''}${orderSaid(state).label}`

type ContentProps = {
  order: Order
  /** Somebody I act for; undefined for myself. */
  person: string | undefined
  /** WeChat says it was paid; the server has not seen it yet. */
  asking: boolean
  onPaid: () => void
  mayPayByWechat: boolean
}

const aloud = (order: Order): string =>
  [
    `${daySaid(order.day, today())}${mealNames[order.meal]}，${orderSaid(order.state).label}`,
    dishesSaid(order.lines),
    `${servingNames[order.kind]}，${whereSaid(order)}`,
    `${yuanAloud(order.pays)}，${reasonSaid(order.reason)}，${paidSaid(order)}`,
  ].join('。')

const whereSaid = ({ kind, placeName }: Order): string =>
  kind === 'delivery' ? '送到家里' : placeName

/** What somebody whose order ended should know, and do. */
const endedSaid = ({ state }: Order): string | null => {
  switch (state) {
    case 'expired':
      return '15 分钟里没有付钱，菜让给了别人。还想吃，可以再订一次。'
    case 'cancelled':
      return '已经替您取消了。还想吃，可以再订一次。'
    case 'calledOff':
      return '餐厅取消了这一餐。付过的钱原路退回，不用您跑。'
    case 'notCollected':
      return '这一餐没有来取。以后来不了，请早点在这里取消。'
    case 'paying':
    case 'placed':
    case 'served':
      return null
  }
}

function Content({ order, person, asking, onPaid, mayPayByWechat }: ContentProps) {
  const { state, kind, note, paidBy, refunded, refunding, by } = order
  const ended = endedSaid(order)
  const stands = state === 'placed' && now() < order.endsAt + lateMs
  return (
    <>
      {asking && isUnpaid(order) ? (
        <Notice label="正在跟微信核对付款，请稍等">钱付了就不用再付，这一页会自己变。</Notice>
      ) : (
        state === 'paying' && <Paying order={order} person={person} onPaid={onPaid} />
      )}
      {stands && <PickUpCode order={order} />}
      {ended !== null && <Notice kind="warn" label={ended} />}
      {refunding && <Notice label="钱正在退回，一般几分钟到账，慢的要一两天" />}
      {refunded > 0 && <Notice kind="done" label={`退回了 ${yuanSaid(refunded)}`} />}
      <Price label={paidBy === null ? '要付' : '付了'} price={order} />
      <Card label="怎么吃，在哪里">
        <Figure label={servingNames[kind]} value={whereSaid(order)} />
        <View>{paidSaid(order)}</View>
        {note !== '' && <View>跟厨房说：{note}</View>}
        {by !== null && person === undefined && <View>{by}替您订的</View>}
      </Card>
      <Speak label="读给我听" words={aloud(order)} />
      <Ways
        order={order}
        person={person}
        mayPayByWechat={mayPayByWechat && !asking}
        onPaid={onPaid}
      />
      {ended !== null && <Button label="再看看菜单" onTap={() => goTo('menu')} />}
      <More label="更多">
        <Button label="我家订过的餐" look="quiet" drawing="rice" onTap={() => goTo('myMeals')} />
      </More>
    </>
  )
}
