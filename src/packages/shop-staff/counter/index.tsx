import { View } from '@tarojs/components'
import { useCallback, useState } from 'react'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Figure } from '@/src/design/Figure'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Stepper } from '@/src/design/Stepper'
import { toTop } from '@/src/platform/toTop'
import { Reading } from '@/src/queries/Reading'
import { useCustomer, useHandOut, useRedeem, useSell } from '@/src/queries/shopStaff'
import { Submitted } from '@/src/queries/Submitted'
import { yuanSaid } from '@/src/words/meals'
import { countSaid, pointsSaid } from '@/src/words/shop'
import { keptSaid } from '@/src/words/time'
import { mostAtOnce } from '@/types/shared/shopLimits'
import type { GoodsToPick, Promised, Purchase, ShopOrder } from '@/types/shop'
import type { PersonLine } from '@/types/residents'
import { GiveAid } from '../components/GiveAid'
import { HandOverOrder } from '../components/HandOverOrder'
import { HandOverPurchase } from '../components/HandOverPurchase'
import { Person } from '../components/Person'
import { PickGoods } from '../components/PickGoods'

type Way = 'redeem' | 'sell' | 'handOut' | 'lend'

const ways: ReadonlyArray<{ value: Way; label: string; detail: string }> = [
  { value: 'redeem', label: '积分兑换', detail: '用他的积分' },
  { value: 'sell', label: '义卖', detail: '收现金，这里只记账' },
  { value: 'handOut', label: '发放', detail: '免费给，写明原因' },
  { value: 'lend', label: '借用', detail: '轮椅、雨伞，要还' },
]

const fits: Readonly<Record<Way, (goods: GoodsToPick) => boolean>> = {
  redeem: ({ points }) => points !== null,
  sell: ({ fen }) => fen !== null,
  handOut: () => true,
  lend: ({ category }) => category === 'lending',
}

/** The counter of the shop: who it is, what they want, done. */
export default function Counter() {
  const [person, setPerson] = useState<PersonLine>()
  const [way, setWay] = useState<Way>('redeem')
  const [goods, setGoods] = useState<GoodsToPick>()
  const [done, setDone] = useState<string>()
  const change = useCallback((one: PersonLine | undefined) => {
    setPerson(one)
    setDone(undefined)
  }, [])
  const needsPerson = way !== 'sell'
  const finish = (said: string) => {
    setDone(said)
    setGoods(undefined)
    toTop()
  }
  if (goods)
    return (
      <Dealing
        way={way}
        goods={goods}
        person={person}
        onBack={() => setGoods(undefined)}
        onDone={finish}
      />
    )
  return (
    <Page wide title="超市柜台" subtitle="先扫会员码，再点货品">
      {done !== undefined && <Notice kind="done" label={done} />}
      <Person person={person} onChange={change} />
      {person && <Customer person={person.id} onDone={setDone} />}
      <Choice label="怎么给" options={ways} value={way} onChange={setWay} />
      {needsPerson && !person ? (
        <Notice label="请先扫会员码，或者按名字找到他">义卖可以不登记名字，直接点货品。</Notice>
      ) : (
        <>
          <Heading label="点一样货品" />
          <PickGoods only={fits[way]} onPick={setGoods} />
        </>
      )}
    </Page>
  )
}

type Waits =
  | { kind: 'order'; order: ShopOrder }
  | { kind: 'aid'; aid: Promised }
  | { kind: 'purchase'; purchase: Purchase }

/** Their points, and all that waits for them. */
function Customer({ person, onDone }: { person: string; onDone: (said: string) => void }) {
  const reading = useCustomer(person)
  return (
    <Reading of={reading} failed="积分没有打开">
      {({ points, waiting, aid, bought }) => {
        const all: Waits[] = [
          ...aid.map((one) => ({ kind: 'aid' as const, aid: one })),
          ...waiting.map((order) => ({ kind: 'order' as const, order })),
          ...bought.map((purchase) => ({ kind: 'purchase' as const, purchase })),
        ]
        return (
          <>
            <Figure label="他的积分" value={pointsSaid(points)} />
            {all.length > 0 && (
              <>
                <Heading label="等着他取的，点一下就给他" />
                <Rows label="等着他取的">
                  {all.map((waits) => (
                    <Waiting key={rowOf(waits).key} waits={waits} onDone={onDone} />
                  ))}
                </Rows>
              </>
            )}
          </>
        )
      }}
    </Reading>
  )
}

const rowOf = (waits: Waits): { key: string; label: string; detail: string } => {
  switch (waits.kind) {
    case 'order': {
      const { id, goods, quantity, until } = waits.order
      return {
        key: id,
        label: countSaid(goods.name, quantity, goods.unit),
        detail: `积分换的，${keptSaid(until, now())}`,
      }
    }
    case 'aid': {
      const { id, goods, quantity, until } = waits.aid
      return {
        key: id,
        label: countSaid(goods.name, quantity, goods.unit),
        detail: `救急，不收钱，${keptSaid(until, now())}`,
      }
    }
    case 'purchase': {
      const { id, what, fen } = waits.purchase
      return { key: id, label: what, detail: `代购，要收 ${yuanSaid(fen ?? 0)}` }
    }
    default:
      return waits satisfies never
  }
}

function Waiting({ waits, onDone }: { waits: Waits; onDone: (said: string) => void }) {
  const [asking, setAsking] = useState(false)
  const { label, detail } = rowOf(waits)
  const close = () => setAsking(false)
  const asks = {
    onBack: close,
    onDone: (said: string) => {
      close()
      onDone(said)
    },
  }
  return (
    <>
      <Row
        label={label}
        detail={detail}
        drawing={waits.kind === 'aid' ? 'heart' : 'check'}
        colour="pine"
        onTap={() => setAsking(true)}
      />
      {asking && waits.kind === 'order' && <HandOverOrder order={waits.order} {...asks} />}
      {asking && waits.kind === 'aid' && <GiveAid aid={waits.aid} {...asks} />}
      {asking && waits.kind === 'purchase' && (
        <HandOverPurchase purchase={waits.purchase} {...asks} />
      )}
    </>
  )
}

type DealingProps = {
  way: Way
  goods: GoodsToPick
  person: PersonLine | undefined
  onBack: () => void
  onDone: (said: string) => void
}

/** How many, for what, and yes. */
function Dealing({ way, goods, person, onBack, onDone }: DealingProps) {
  const redeem = useRedeem()
  const sell = useSell()
  const give = useHandOut()
  const [quantity, setQuantity] = useState(1)
  const [leaves, setLeaves] = useState(0)
  const [because, setBecause] = useState('')
  const [tried, setTried] = useState(false)
  const { id, name, unit, left } = goods
  const used = way === 'redeem' ? redeem : way === 'sell' ? sell : give
  const points = (goods.points ?? 0) * quantity
  const fen = (goods.fen ?? 0) * quantity
  // As it was booked, not as it is typed by now.
  const what = (booked: number) => countSaid(name, booked, unit)
  const most = Math.max(1, Math.min(left, mostAtOnce))
  const whom = person ? { person: person.id } : {}
  const send = () => {
    switch (way) {
      case 'redeem':
        if (!person) return
        redeem.submit(
          { person: person.id, goods: id, quantity, expected: points },
          {
            done: (booked) =>
              onDone(`${person.name}用 ${pointsSaid(booked.points)}换了${what(booked.quantity)}`),
          },
        )
        return
      case 'sell':
        sell.submit(
          { ...whom, goods: id, quantity, leaves: Math.min(leaves, quantity), expected: fen },
          { done: (booked) => onDone(`${what(booked.quantity)}，收了 ${yuanSaid(booked.fen)}`) },
        )
        return
      case 'handOut':
      case 'lend':
        setTried(true)
        if (because.trim() === '' || !person) return
        give.submit(
          {
            person: person.id,
            goods: id,
            quantity,
            as: way === 'lend' ? 'convenienceService' : 'handOut',
            because: because.trim(),
          },
          {
            done: (booked) =>
              onDone(`${what(booked.quantity)}${way === 'lend' ? '借给' : '发给'}${person.name}了`),
          },
        )
        return
      default:
        way satisfies never
    }
  }
  const labels: Readonly<Record<Way, string>> = {
    redeem: `扣 ${pointsSaid(points)}，给货`,
    sell: `收了 ${yuanSaid(fen)}，给货`,
    handOut: '发给他',
    lend: '借给他',
  }
  return (
    <Page
      wide
      title={name}
      subtitle={[person?.name, `还剩 ${left} ${unit}`].filter(Boolean).join('，')}
      action={
        <>
          <Submitted of={used} />
          <Button
            label={labels[way]}
            off={left === 0}
            busy={used.busy || used.waiting}
            onTap={send}
          />
          <Button label="返回" look="quiet" onTap={onBack} />
        </>
      }
    >
      {left === 0 && <Notice kind="warn" label="现在没有货" />}
      <Stepper
        label="几份"
        unit={unit}
        least={1}
        most={most}
        value={Math.min(quantity, most)}
        onChange={setQuantity}
      />
      {way === 'redeem' && <Figure label="要扣" value={pointsSaid(points)} />}
      {way === 'sell' && (
        <>
          <Figure label="要收" value={yuanSaid(fen)} />
          <Stepper
            label="他留下几份给别人"
            unit={unit}
            least={0}
            most={quantity}
            value={Math.min(leaves, quantity)}
            onChange={setLeaves}
          />
          <View>买了留在超市送给有需要的人，记作附捐。</View>
        </>
      )}
      {(way === 'handOut' || way === 'lend') && (
        <Field
          label={way === 'lend' ? '为什么借' : '为什么发'}
          hint="会记在出入库里"
          most={60}
          value={because}
          onChange={setBecause}
          {...(tried && because.trim() === '' && { error: '请写一句原因' })}
        />
      )}
    </Page>
  )
}
