import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState, type ReactNode } from 'react'
import { now, today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Empty } from '@/src/design/Empty'
import { Figure } from '@/src/design/Figure'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Sheet } from '@/src/design/Sheet'
import { PersonPicker } from '@/src/packages/residents-staff/components/PersonPicker'
import { PersonRow } from '@/src/packages/residents-staff/components/PersonRow'
import { scanCard } from '@/src/platform/scanCard'
import { toTop } from '@/src/platform/toTop'
import { useCounterQuote, useCounterSale, useQueue } from '@/src/queries/canteenStaff'
import { Reading } from '@/src/queries/Reading'
import { usePersonByCard } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { serviceSaid } from '@/src/words/canteen'
import { dishesSaid, reasonSaid, yuanSaid } from '@/src/words/meals'
import type { Order, Price } from '@/types/canteen'
import type { PersonLine } from '@/types/residents'
import { MealAtHand } from '../components/MealAtHand'
import { DishTap } from './components/DishTap'
import './index.scss'

/** Selling to somebody who ordered nothing: whose card it is, what is on the tray, what it costs and why, paid. */
export default function Counter() {
  const { service: asked, card } = useRouter().params
  return (
    <MealAtHand title="柜台卖餐" asked={asked}>
      {(service, others) => (
        <Selling
          key={service}
          service={service}
          others={others}
          {...(card !== undefined && { card })}
        />
      )}
    </MealAtHand>
  )
}

/** How it is paid at the counter. */
type Paying = 'cash' | 'card'

const payingSaid: Readonly<Record<Paying, { tap: string; asked: string; yes: string }>> = {
  cash: { tap: '收现金', asked: '现金收到了吗？', yes: '收到了' },
  card: { tap: '刷卡', asked: '卡刷好了吗？', yes: '刷好了' },
}

type SellingProps = { service: string; others: ReactNode; card?: string }

function Selling({ service, others, card: first }: SellingProps) {
  const reading = useQueue(service)
  const [card, setCard] = useState(first)
  const [picked, setPicked] = useState<PersonLine>()
  const [looking, setLooking] = useState(false)
  const [wrongCode, setWrongCode] = useState(false)
  const [portions, setPortions] = useState<Readonly<Record<string, number>>>({})
  const [asking, setAsking] = useState<Paying>()
  const [sold, setSold] = useState<Order>()
  const scanned = usePersonByCard(card)
  const sale = useCounterSale()
  const person = picked ?? scanned.data
  const lines = Object.entries(portions)
    .filter(([, count]) => count > 0)
    .map(([dish, count]) => ({ dish, portions: count }))
  const quote = useCounterQuote({ service, ...(person && { person: person.id }), lines })
  const cached = cachedAt(reading)
  const queue = reading.data
  const counting = lines.length > 0 && quote.data === undefined

  const begin = (next: { card?: string; person?: PersonLine }) => {
    setCard(next.card)
    setPicked(next.person)
    setLooking(false)
    setPortions({})
    setSold(undefined)
    sale.reset()
    toTop()
  }
  const scan = () =>
    void scanCard().then((seen) => {
      if (seen === null) return
      setWrongCode(seen === 'notACard')
      if (seen !== 'notACard') begin(seen)
    })
  const sell = (paidBy: Paying, { pays }: Price) => {
    setAsking(undefined)
    sale.submit(
      { service, ...(person && { person: person.id }), lines, paidBy, expected: pays },
      {
        done: (order) => {
          begin({})
          setSold(order)
        },
      },
    )
  }

  if (looking)
    return (
      <Page
        title="是哪一位"
        action={<Button label="返回" look="quiet" onTap={() => setLooking(false)} />}
      >
        <PersonPicker label="按名字找" onPick={(one) => begin({ person: one })} />
      </Page>
    )
  const price = lines.length > 0 ? quote.data : undefined
  return (
    <Page
      wide
      title="柜台卖餐"
      {...(queue && { subtitle: serviceSaid(queue.service, today()) })}
      {...(cached && { cachedAt: cached })}
      action={
        lines.length === 0 ? (
          <Button
            label={person || sold ? '扫下一位的会员码' : '扫会员码'}
            drawing="camera"
            onTap={scan}
          />
        ) : (
          <>
            <Submitted of={sale} />
            {price ? (
              <>
                <View className="counter__price">
                  <Figure
                    label={person ? `${person.name}要付` : '要付'}
                    value={yuanSaid(price.pays)}
                    reason={reasonSaid(price.reason)}
                  />
                </View>
                <View className="counter__pay">
                  {(['cash', 'card'] as const).map((paidBy) => (
                    <Button
                      key={paidBy}
                      label={payingSaid[paidBy].tap}
                      number={yuanSaid(price.pays)}
                      look={paidBy === 'cash' ? 'primary' : 'secondary'}
                      busy={sale.busy || sale.waiting}
                      onTap={() => setAsking(paidBy)}
                    />
                  ))}
                </View>
              </>
            ) : (
              counting && (
                <Reading of={quote} failed="价钱没有算出来">
                  {() => null}
                </Reading>
              )
            )}
          </>
        )
      }
    >
      <Reading of={reading} failed="今天的菜没有打开">
        {({ service: meal, counterLeft }) => (
          <>
            {others}
            {wrongCode && (
              <Notice kind="error" label="这不是会员码">
                请对方打开“我的码”，或者拿出会员卡，再扫一次。没有卡，就按名字找。
              </Notice>
            )}
            {sold && (
              <Notice
                kind="done"
                label={`卖好了，收了 ${yuanSaid(sold.pays)}，请给${sold.person?.name ?? '他'}拿餐`}
              >
                {dishesSaid(sold.lines)}
              </Notice>
            )}
            {now() >= meal.endsAt && <Notice kind="warn" label="这一餐的时间已经过了" />}
            <View className="counter">
              <View className="counter__eater">
                <Who
                  person={person}
                  card={card}
                  scanned={scanned}
                  onFind={() => setLooking(true)}
                  onNobody={() => begin({})}
                />
              </View>
              <View className="counter__menu">
                <Heading label="点菜，点一下是一份" />
                {meal.offers.length === 0 ? (
                  <Empty label="这一餐没有菜" drawing="bowl" />
                ) : (
                  <View className="counter__dishes">
                    {meal.offers.map(({ dish, name, price: each, soldOut }) => (
                      <DishTap
                        key={dish}
                        name={name}
                        price={each}
                        left={counterLeft.find((one) => one.dish === dish)?.left ?? 0}
                        soldOut={soldOut}
                        portions={portions[dish] ?? 0}
                        onChange={(count) => {
                          sale.reset()
                          setSold(undefined)
                          setPortions({ ...portions, [dish]: count })
                        }}
                      />
                    ))}
                  </View>
                )}
              </View>
              <View className="counter__sum">
                {price && price.lines.length > 0 && <Lines price={price} />}
                {lines.length > 0 && <Button label="重新来" look="quiet" onTap={() => begin({})} />}
              </View>
            </View>
          </>
        )}
      </Reading>
      {asking && price && (
        <Sheet
          label={payingSaid[asking].asked}
          yes={{
            label: payingSaid[asking].yes,
            onTap: () => sell(asking, price),
          }}
          back="还没有"
          onBack={() => setAsking(undefined)}
        >
          <Figure
            label={`${person?.name ?? '没有登记的人'}，要收`}
            value={yuanSaid(price.pays)}
            reason={reasonSaid(price.reason)}
          />
          {dishesSaid(price.lines)}
        </Sheet>
      )}
    </Page>
  )
}

type WhoProps = {
  person: PersonLine | undefined
  card: string | undefined
  scanned: ReturnType<typeof usePersonByCard>
  onFind: () => void
  onNobody: () => void
}

/** Who eats: known by card or name, or nobody in particular, who pays the full price. */
function Who({ person, card, scanned, onFind, onNobody }: WhoProps) {
  if (!person && card !== undefined)
    return (
      <>
        <Reading of={scanned} failed="没有认出这张卡">
          {() => null}
        </Reading>
        <Button label="先按原价卖" look="quiet" onTap={onNobody} />
      </>
    )
  if (!person)
    return (
      <Card label="是谁吃">
        <View>没有扫卡，按原价。他有优惠的话，先扫会员码，或者按名字找。</View>
        <Button label="按名字找" look="quiet" drawing="person" onTap={onFind} />
      </Card>
    )
  return (
    <View className="counter__who">
      <PersonRow person={person} />
      <Button label="不是他" look="quiet" onTap={onNobody} />
    </View>
  )
}

/** Each dish with what is paid for it, so that the sum can be explained. */
function Lines({ price }: { price: Price }) {
  return (
    <Card label="怎么算的">
      {price.lines.map(({ dish, name, portions, gross, pays }) => (
        <View className="counter__line" key={dish}>
          <View className="counter__what">
            {name} {portions} 份
          </View>
          <View>
            {pays === gross ? yuanSaid(pays) : `${yuanSaid(pays)}（原价 ${yuanSaid(gross)}）`}
          </View>
        </View>
      ))}
      {price.subsidy > 0 && <View>这次补贴 {yuanSaid(price.subsidy)}</View>}
    </Card>
  )
}
