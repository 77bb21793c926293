import { View } from '@tarojs/components'
import { useState } from 'react'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Empty } from '@/src/design/Empty'
import { Heading } from '@/src/design/Heading'
import { Page } from '@/src/design/Page'
import { Sheet } from '@/src/design/Sheet'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { MemberCode } from '@/src/pages/residents/components/MemberCode'
import { SignedIn } from '@/src/pages/residents/components/SignedIn'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { useMe } from '@/src/queries/residents'
import { useCancelShopOrder, useMyShop } from '@/src/queries/shop'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { countSaid, orderStates, pointsSaid } from '@/src/words/shop'
import { keptSaid } from '@/src/words/time'
import type { Promised, ShopOrder } from '@/types/shop'
import { Who } from '../components/Who'
import { useWhom, type Whom } from '../components/Who/whom'

/** What waits for me and mine at the shop, with the code to show there, and what was before. */
export default function ShopOrders() {
  const whom = useWhom()
  const { whose, asStaff } = whom
  const known = Boolean(useMe().data?.person)
  const reading = useMyShop(asStaff ? whose.forResident : undefined, { enabled: known })
  const cached = cachedAt(reading)
  return (
    <Page title={asStaff ? '他订的东西' : '我订的东西'} {...(cached && { cachedAt: cached })}>
      <SignedIn failed="订的东西没有打开" why="登记了名字，才知道是您订的">
        {({ person }) => (
          <Reading of={reading} failed="订的东西没有打开">
            {({ aid, orders }) => (
              <>
                {!asStaff && (
                  <CodeToShow
                    whom={whom}
                    waiting={[...aid, ...orders.filter(({ state }) => state === 'waiting')]}
                  />
                )}
                {aid.map((one) => (
                  <AidCard key={one.id} aid={one} me={person.id} />
                ))}
                {orders.length === 0 && aid.length === 0 && (
                  <Empty label="还没有订过东西" detail="看看货架，有积分就能换。" drawing="rice">
                    <Button label="看货架" look="secondary" onTap={() => goTo('shopShelf')} />
                  </Empty>
                )}
                {orders.map((order) => (
                  <OrderCard key={order.id} order={order} me={person.id} />
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

/** The counter finds what waits by the code of whom it is for: each has their own. */
function CodeToShow({ whom, waiting }: { whom: Whom; waiting: readonly Promised[] }) {
  const family = whom.family.filter(({ id }) => waiting.some(({ person }) => person.id === id))
  const shown = family.find(({ id }) => id === whom.chosen) ?? family[0]
  if (!shown) return null
  return (
    <>
      <View>来超市取的时候，给柜台扫这个码。</View>
      <Who label="取谁的" whom={{ ...whom, family, chosen: shown.id }} />
      <MemberCode key={shown.id} {...(!shown.self && { forResident: shown.id })} />
    </>
  )
}

/** Given without points: why stays between those who asked and decided. */
function AidCard({ aid, me }: { aid: Promised; me: string }) {
  const { goods, quantity, person, until } = aid
  const title = countSaid(goods.name, quantity, goods.unit)
  return (
    <Card label={[title, '送的，等着领'].join('，')}>
      <Heading label={title} />
      <View>
        <Tag label="送的，等着领" tone="gold" drawing="heart" />
        {person.id !== me && <Tag label={`${person.name}的`} tone="blue" />}
      </View>
      <View>{keptSaid(until, now())}，超市开门的时候来领，不用积分，也不用付钱</View>
      <View>自己来不了，家里人或者网格员可以代领。</View>
    </Card>
  )
}

function OrderCard({ order, me }: { order: ShopOrder; me: string }) {
  const [asking, setAsking] = useState(false)
  const { goods, quantity, points, person, by, state, until } = order
  const title = countSaid(goods.name, quantity, goods.unit)
  const said = orderStates[state]
  return (
    <Card label={[title, said.label].join('，')}>
      <Heading label={title} />
      <View>
        <Tag {...said} />
        {person.id !== me && <Tag label={`${person.name}的`} tone="blue" />}
        {by !== null && <Tag label={`${by}替订的`} tone="blue" />}
      </View>
      <View>{pointsSaid(points)}</View>
      {state === 'waiting' && (
        <>
          <View>{keptSaid(until, now())}，过后积分退回</View>
          <Button
            label="不要了"
            fuller={`不要了，${title}`}
            look="quiet"
            onTap={() => setAsking(true)}
          />
        </>
      )}
      {asking && <Cancel order={order} me={me} onBack={() => setAsking(false)} />}
    </Card>
  )
}

function Cancel({ order, me, onBack }: { order: ShopOrder; me: string; onBack: () => void }) {
  const cancel = useCancelShopOrder()
  const { id, goods, quantity, points, person } = order
  const send = () =>
    cancel.submit(
      { ...(person.id !== me && { forResident: person.id }), goods: goods.id, order: id },
      {
        done: () => {
          showToast(`取消了，退回 ${pointsSaid(points)}`)
          onBack()
        },
      },
    )
  return (
    <Sheet
      label={`不要${countSaid(goods.name, quantity, goods.unit)}了吗？`}
      yes={{ label: '不要了', danger: true, busy: cancel.busy, onTap: send }}
      back={cancel.waiting ? '知道了' : '还是要'}
      onBack={onBack}
    >
      <View>{pointsSaid(points)}马上退回来。</View>
      <Submitted of={cancel} />
    </Sheet>
  )
}
