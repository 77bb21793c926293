import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { Fragment, type ReactNode } from 'react'
import { today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Heading } from '@/src/design/Heading'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Tag } from '@/src/design/Tag'
import { SignedIn } from '@/src/pages/residents/components/SignedIn'
import { useMyMeals } from '@/src/queries/myMeals'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { useMe } from '@/src/queries/residents'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { isUnpaid, orderSaid, sumSaid } from '@/src/words/canteen'
import { dishesSaid, mealNames, reasonSaid, yuanSaid } from '@/src/words/meals'
import { daySaid } from '@/src/words/time'
import type { Order } from '@/types/canteen'

/** What my family ordered, or what a resident did whom staff act for, day by day, newest meal first. */
export default function Meals() {
  const { forResident } = useRouter().params
  return forResident === undefined ? <MyMeals /> : <TheirMeals resident={forResident} />
}

function MyMeals() {
  const known = Boolean(useMe().data?.person)
  const reading = useMyMeals({ enabled: known })
  const cached = cachedAt(reading)
  return (
    <Page title="我家订过的餐" {...(cached && { cachedAt: cached })}>
      <SignedIn failed="订过的餐没有打开" why="登记了名字，才知道是您订的">
        {({ person }) => (
          <Reading of={reading} failed="订过的餐没有打开">
            {(orders) => (
              <>
                {orders.length === 0 && (
                  <Empty label="还没有订过餐" detail="看看菜单，喜欢就订一份。" drawing="bowl">
                    <Button label="看菜单" look="secondary" onTap={() => goTo('menu')} />
                  </Empty>
                )}
                <ByDay orders={orders}>
                  {(order) => <Line key={order.id} order={order} me={person.id} />}
                </ByDay>
                <ReadOn of={reading} />
              </>
            )}
          </Reading>
        )}
      </SignedIn>
    </Page>
  )
}

/** What is looked after for somebody at the desk, or on the phone: each order leads to paying, changing and cancelling it. */
function TheirMeals({ resident }: { resident: string }) {
  const reading = useMyMeals({ enabled: true, forResident: resident })
  const cached = cachedAt(reading)
  const name = reading.data?.[0]?.person?.name ?? '居民'
  const menu = () => goTo('menu', { forResident: resident })
  return (
    <Page
      wide
      title={`${name}订过的餐`}
      subtitle="点一单，就能改、取消，或者先收钱"
      {...(cached && { cachedAt: cached })}
      action={<Button label="替他订餐" drawing="bowl" onTap={menu} />}
    >
      <Reading of={reading} failed="订过的餐没有打开">
        {(orders) => (
          <>
            {orders.length === 0 && <Empty label="还没有订过餐" drawing="bowl" />}
            <ByDay orders={orders}>
              {(order) => <Line key={order.id} order={order} resident={resident} />}
            </ByDay>
            <ReadOn of={reading} />
          </>
        )}
      </Reading>
    </Page>
  )
}

type ByDayProps = { orders: readonly Order[]; children: (order: Order) => ReactNode }

function ByDay({ orders, children }: ByDayProps) {
  return (
    <>
      {byDay(orders).map(([day, ofDay]) => (
        <Fragment key={day}>
          <Heading label={daySaid(day, today())} />
          <Rows label={daySaid(day, today())}>{ofDay.map(children)}</Rows>
        </Fragment>
      ))}
    </>
  )
}

/** Orders stand in the order of their meals, so those of a day stand together. */
const byDay = (orders: readonly Order[]): [string, Order[]][] => {
  const days = new Map<string, Order[]>()
  for (const order of orders) days.set(order.day, [...(days.get(order.day) ?? []), order])
  return [...days]
}

type LineProps = {
  order: Order
  /** My own id: an order of mine says nothing of whose it is. */
  me?: string
  /** Whom staff act for. */
  resident?: string
}

function Line({ order, me, resident }: LineProps) {
  const { id, person, meal, lines, state, pays, reason, paidBy, by } = order
  const self = resident !== undefined || person?.id === me
  const said = orderSaid(state)
  const priced = paidBy !== null || isUnpaid(order)
  const sum = `${sumSaid(order)} ${yuanSaid(pays)}`
  const whose: Readonly<Record<string, string>> =
    resident !== undefined
      ? { person: resident, staff: '1' }
      : { ...(!self && person && { person: person.id }) }
  return (
    <Row
      label={`${self || !person ? '' : `${person.name}的`}${mealNames[meal]}`}
      detail={dishesSaid(lines)}
      drawing="bowl"
      colour={state === 'placed' || state === 'paying' ? 'brick' : 'soft'}
      saying={[said.label, ...(priced ? [sum, reasonSaid(reason)] : [])].join('，')}
      onTap={() => goTo('meal', { order: id, ...whose })}
    >
      <Tag {...said} />
      {priced && (
        <>
          <View>{sum} </View>
          <View>{reasonSaid(reason)}</View>
        </>
      )}
      {self && by !== null && (
        <Tag label={`${by}替${resident === undefined ? '您' : '他'}订的`} tone="blue" />
      )}
    </Row>
  )
}
