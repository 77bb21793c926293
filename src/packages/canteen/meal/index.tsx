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
import { Remind } from '@/src/pages/centre/components/Remind'
import { useMenu, useOrder } from '@/src/queries/canteen'
import { Reading } from '@/src/queries/Reading'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import {
  channelNames,
  isUnpaid,
  orderSaid,
  paidSaid,
  servingNames,
  sumSaid,
  yuanAloud,
} from '@/src/words/canteen'
import { dishesSaid, mealNames, reasonSaid, yuanSaid } from '@/src/words/meals'
import { daySaid, spanSaid } from '@/src/words/time'
import type { Order } from '@/types/canteen'
import { Price } from '../components/Price'
import { Paying } from './components/Paying'
import { PickUpCode } from './components/PickUpCode'
import { Ways } from './components/Ways'

/** One order: the code it is fetched with, what was ordered, its price and why, and the ways to pay, change and cancel. */
export default function Meal() {
  const { order: id = '', person, paid, fresh, staff } = useRouter().params
  const onBehalf = staff !== undefined
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
              onBehalf={onBehalf}
              mayPayByWechat={menu.data?.operator?.payByWechat === true && !onBehalf}
            />
            {fresh !== undefined && !onBehalf && value.state === 'placed' && (
              <Remind after="meal" />
            )}
          </>
        )}
      </Reading>
      {callNumber !== null && <CallButton label="打电话问餐厅" phone={callNumber} />}
    </Page>
  )
}

const titleOf = ({ person, state }: Order, other: boolean): string =>
  `${other && person ? `${person.name}的饭` : ''}${orderSaid(state).label}`

type ContentProps = {
  order: Order
  /** Somebody I act for; undefined for myself. */
  person: string | undefined
  /** Staff look after it for them. */
  onBehalf: boolean
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
    order.paidBy !== null || isUnpaid(order)
      ? `${sumSaid(order)}${yuanAloud(order.pays)}，${reasonSaid(order.reason)}，${paidSaid(order)}`
      : paidSaid(order),
  ].join('。')

const whereSaid = ({ kind, placeName }: Order): string =>
  kind === 'delivery' ? '送到家里' : placeName

/** What somebody whose order ended should know, and do. */
const endedSaid = ({ state, paidBy }: Order): string | null => {
  switch (state) {
    case 'expired':
      return '15 分钟里没有付钱，菜让给了别人。还想吃，可以再订一次。'
    case 'cancelled':
      return '已经取消了，菜让给了别人。还想吃，请再看看菜单。'
    case 'calledOff':
      return paidBy === null ? '餐厅取消了这一餐。没有付过钱，不用您办什么。' : '餐厅取消了这一餐。'
    case 'notCollected':
      return '这一餐没有来取。以后来不了，请早点在这里取消。'
    case 'paying':
    case 'placed':
    case 'served':
      return null
  }
}

/** Where money is that somebody is to have back: WeChat carries it, the counter keeps it for them. */
const refundingSaid = ({ paidBy, pays, refunded }: Order): string =>
  paidBy === 'wechat'
    ? '钱正在退回微信，一般几分钟到账，慢的要一两天'
    : `${paidBy === null ? '' : channelNames[paidBy]}付的 ${yuanSaid(pays - refunded)} 在餐厅柜台，请您方便的时候来取`

function Content({ order, person, onBehalf, asking, onPaid, mayPayByWechat }: ContentProps) {
  const { state, kind, note, paidBy, refunded, refunding, by } = order
  const ended = endedSaid(order)
  const resident: Readonly<Record<string, string>> =
    onBehalf && person !== undefined ? { forResident: person } : {}
  const stands = state === 'placed' && now() < order.endsAt + lateMs
  return (
    <>
      {asking && isUnpaid(order) ? (
        <Notice label="正在跟微信核对付款，请稍等">钱付了就不用再付，这一页会自己变。</Notice>
      ) : (
        state === 'paying' && <Paying order={order} person={person} onPaid={onPaid} />
      )}
      {stands && !onBehalf && <PickUpCode order={order} />}
      {ended !== null && <Notice kind="warn" label={ended} />}
      {refunding && <Notice label={refundingSaid(order)} />}
      {refunded > 0 && (
        <Notice
          kind="done"
          label={`${paidBy === 'wechat' ? '退回微信' : '当面退了'} ${yuanSaid(refunded)}`}
        />
      )}
      <Price label={sumSaid(order)} price={order} />
      <Card label="怎么吃，在哪里">
        <Figure label={servingNames[kind]} value={whereSaid(order)} />
        <View>{paidSaid(order)}</View>
        {note !== '' && <View>跟厨房说：{note}</View>}
        {by !== null && person === undefined && <View>{by}替您订的</View>}
        {by !== null && onBehalf && <View>{by}替他订的</View>}
        {stands && onBehalf && <View>取餐时，他说名字、出示会员卡或取餐码都行。</View>}
      </Card>
      <Speak label="读给我听" words={aloud(order)} />
      <Ways
        order={order}
        person={person}
        onBehalf={onBehalf}
        mayPayByWechat={mayPayByWechat && !asking}
        onPaid={onPaid}
      />
      {ended !== null && <Button label="再看看菜单" onTap={() => goTo('menu', resident)} />}
      <More label="更多">
        <Button
          label={onBehalf ? '他订过的餐' : '我家订过的餐'}
          look="quiet"
          drawing="rice"
          onTap={() => goTo('myMeals', resident)}
        />
      </More>
    </>
  )
}
