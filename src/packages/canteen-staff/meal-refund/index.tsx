import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Empty } from '@/src/design/Empty'
import { Field } from '@/src/design/Field'
import { Figure } from '@/src/design/Figure'
import { Heading } from '@/src/design/Heading'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import { toTop } from '@/src/platform/toTop'
import { usePaidOrders, useRefund, useServices } from '@/src/queries/canteenStaff'
import { Reading } from '@/src/queries/Reading'
import { Submitted } from '@/src/queries/Submitted'
import { channelNames } from '@/src/words/canteen'
import { dishesSaid, mealNames, reasonSaid, yuanSaid } from '@/src/words/meals'
import { daySaid } from '@/src/words/time'
import type { OutputOf } from '@/src/api/call'
import { monthOf } from '@/types/shared/day'
import { yuan } from '@/types/shared/fen'
import { listedSaid, nameSaid, whoSaid } from '../meal-queue/lines'
import { fenOf } from '../money'
import { daysOf, monthSaid } from '../settlement/month'
import { ByHand, UnsettledList, type Unsettled } from './components/ByHand'
import './index.scss'

type Paid = OutputOf<'canteen', 'paidOrders'>['items'][number]

/** Money back after a meal: which meal, whose order, then how much and why. */
export default function MealRefund() {
  const { month = monthOf(today()) } = useRouter().params
  const [service, setService] = useState<string>()
  const [line, setLine] = useState<Paid>()
  const [unsettled, setUnsettled] = useState<Unsettled>()
  if (unsettled)
    return (
      <ByHand
        one={unsettled}
        onDone={() => {
          setUnsettled(undefined)
          toTop()
        }}
      />
    )
  if (line && service !== undefined)
    return (
      <HowMuch
        line={line}
        onDone={() => {
          setLine(undefined)
          toTop()
        }}
        onBack={() => {
          setLine(undefined)
          toTop()
        }}
      />
    )
  if (service !== undefined)
    return (
      <Whose
        service={service}
        onChoose={(one) => {
          setLine(one)
          toTop()
        }}
        onBack={() => setService(undefined)}
      />
    )
  return <WhichMeal month={month} onChoose={setService} onSettle={setUnsettled} />
}

type WhichMealProps = {
  month: string
  onChoose: (service: string) => void
  onSettle: (one: Unsettled) => void
}

function WhichMeal({ month, onChoose, onSettle }: WhichMealProps) {
  const { from, to } = daysOf(month)
  const reading = useServices(from, to)
  return (
    <Page wide title="退钱给居民" subtitle={`${monthSaid(month)}，先选是哪一餐`}>
      <UnsettledList month={month} onChoose={onSettle} />
      <Reading of={reading} failed="这个月的餐没有打开">
        {({ items }) => {
          const cooked = items.filter(({ state }) => state !== 'draft').reverse()
          return cooked.length === 0 ? (
            <Empty label="这个月没有开过餐" drawing="bowl" />
          ) : (
            <Rows label="哪一餐">
              {cooked.map(({ id, day, meal, placeName, ordered }) => (
                <Row
                  key={id}
                  label={`${daySaid(day, today())}${mealNames[meal]}`}
                  detail={`${placeName} · 订了 ${ordered} 份`}
                  onTap={() => onChoose(id)}
                />
              ))}
            </Rows>
          )
        }}
      </Reading>
    </Page>
  )
}

/** A mini-program page holds less than 1000 elements. */
const mostShown = 30

type WhoseProps = {
  service: string
  onChoose: (line: Paid) => void
  onBack: () => void
}

function Whose({ service, onChoose, onBack }: WhoseProps) {
  const reading = usePaidOrders(service)
  const [typed, setTyped] = useState('')
  return (
    <Page wide title="退给谁" action={<Button label="换一餐" look="quiet" onTap={onBack} />}>
      <Field label="按名字找" most={20} value={typed} onChange={setTyped} />
      <Reading of={reading} failed="名单没有打开">
        {({ items }) => {
          const paid = items.filter((line) => listedSaid(line).includes(typed.trim()))
          return paid.length === 0 ? (
            <Empty
              label={typed ? '没有找到这个名字' : '这一餐没有人付过钱'}
              detail="只有付过钱的才能退。"
            />
          ) : (
            <Rows label="付过钱的">
              {paid.slice(0, mostShown).map((line) => (
                <Row
                  key={line.order}
                  label={`${listedSaid(line)}，付了 ${yuanSaid(line.pays)}${refundedSaid(line)}`}
                  detail={`${reasonSaid(line.reason)} · ${whoSaid(line)} · ${dishesSaid(line.dishes)}`}
                  onTap={() => onChoose(line)}
                />
              ))}
            </Rows>
          )
        }}
      </Reading>
    </Page>
  )
}

/** What already went back of it, as far as any did. */
const refundedSaid = ({ refunded }: Paid): string =>
  refunded > 0 ? `，退过 ${yuanSaid(refunded)}` : ''

type HowMuchProps = { line: Paid; onDone: () => void; onBack: () => void }

function HowMuch({ line, onDone, onBack }: HowMuchProps) {
  const { order, pays, reason, paidBy, dishes } = line
  const name = nameSaid(line)
  const most = pays - line.refunded
  const [typed, setTyped] = useState(yuan(most))
  const [because, setBecause] = useState('')
  const [tried, setTried] = useState(false)
  const [asking, setAsking] = useState(false)
  const refund = useRefund()
  const amount = fenOf(typed)
  const wrongAmount = !amount || amount > most
  const next = () => {
    setTried(true)
    setAsking(!wrongAmount && because.trim() !== '')
  }
  const send = () => {
    setAsking(false)
    refund.submit(
      { order, amount: amount ?? 0, because: because.trim() },
      {
        done: () => {
          showToast(
            paidBy === 'wechat'
              ? `记好了，${yuanSaid(amount ?? 0)} 正在退回${name}的微信`
              : `记好了，请把 ${yuanSaid(amount ?? 0)} 当面退给${name}`,
          )
          onDone()
        },
      },
    )
  }
  return (
    <Page
      title={`退给${name}`}
      action={
        <>
          <Submitted of={refund} />
          <Button label="退钱" busy={refund.busy || refund.waiting} onTap={next} />
          <Button label="不退了" look="quiet" onTap={onBack} />
        </>
      }
    >
      <Card label="这一份">
        <Heading label={listedSaid(line)} />
        <View>{whoSaid(line)}</View>
        <View>{dishesSaid(dishes)}</View>
        <Figure
          label="付了"
          value={`${yuanSaid(pays)}${refundedSaid(line)}`}
          reason={`${paidBy ? `${channelNames[paidBy]}付的，` : ''}${reasonSaid(reason)}`}
        />
      </Card>
      <View className="meal-refund">
        <Field
          label="退多少元"
          kind="money"
          value={typed}
          onChange={setTyped}
          {...(tried && wrongAmount && { error: `最少 0.01 元，最多 ${yuanSaid(most)}` })}
        />
        <Field
          label="为什么退"
          hint="记在账上，比如：汤洒了一半"
          most={100}
          value={because}
          onChange={setBecause}
          {...(tried && !because.trim() && { error: '请写一句原因' })}
        />
      </View>
      {asking && (
        <Sheet
          label={`退 ${yuanSaid(amount ?? 0)} 给${name}吗？`}
          yes={{ label: '退钱', danger: true, onTap: send }}
          back="不退"
          onBack={() => setAsking(false)}
        >
          {paidBy === 'wechat'
            ? '钱会从微信原路退回去，几分钟到几天内到账。'
            : '请当面把钱退给他，这里只记账。'}
          算在这个月的账里。
        </Sheet>
      )}
    </Page>
  )
}
