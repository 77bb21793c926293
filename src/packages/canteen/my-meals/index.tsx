import { Fragment } from 'react'
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
import { orderSaid } from '@/src/words/canteen'
import { dishesSaid, mealNames, yuanSaid } from '@/src/words/meals'
import { daySaid } from '@/src/words/time'
import type { Order } from '@/types/canteen'

/** What my family ordered, day by day, newest meal first. */
export default function MyMeals() {
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
                {byDay(orders).map(([day, ofDay]) => (
                  <Fragment key={day}>
                    <Heading label={daySaid(day, today())} />
                    <Rows label={daySaid(day, today())}>
                      {ofDay.map((order) => (
                        <Line key={order.id} order={order} me={person.id} />
                      ))}
                    </Rows>
                  </Fragment>
                ))}
                <ReadOn of={reading} />
              </>
            )}
          </Reading>
        )}
      </SignedIn>
    </Page>
  )
}

/** Orders stand in the order of their meals, so those of a day stand together. */
const byDay = (orders: readonly Order[]): [string, Order[]][] => {
  const days = new Map<string, Order[]>()
  for (const order of orders) days.set(order.day, [...(days.get(order.day) ?? []), order])
  return [...days]
}

function Line({ order, me }: { order: Order; me: string }) {
  const { id, person, meal, lines, pays, state, by } = order
  const self = person?.id === me
  const said = orderSaid(state)
  return (
    <Row
      label={`${self || !person ? '' : `${person.name}的`}${mealNames[meal]}`}
      detail={dishesSaid(lines)}
      drawing="bowl"
      colour={state === 'placed' || state === 'paying' ? 'brick' : 'soft'}
      saying={`${said.label}，${yuanSaid(pays)}`}
      onTap={() => goTo('meal', { order: id, ...(!self && person && { person: person.id }) })}
    >
      <Tag {...said} />
      <Tag label={yuanSaid(pays)} />
      {self && by !== null && <Tag label={`${by}替您订的`} tone="blue" />}
    </Row>
  )
}
