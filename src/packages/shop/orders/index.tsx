import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
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
import { countSaid, keptSaid, orderStates, pointsSaid } from '@/src/words/shop'
import type { ShopOrder } from '@/types/shop'

/** What waits for me and mine at the shop, with the code to show there, and what was before. */
export default function ShopOrders() {
  const { forResident } = useRouter().params
  const known = Boolean(useMe().data?.person)
  const reading = useMyShop(forResident, { enabled: known })
  const cached = cachedAt(reading)
  const waits = reading.data?.orders.some(({ state }) => state === 'waiting') === true
  return (
    <Page
      title={forResident === undefined ? '我订的东西' : '他订的东西'}
      {...(cached && { cachedAt: cached })}
    >
      <SignedIn failed="订的东西没有打开" why="登记了名字，才知道是您订的">
        {({ person }) => (
          <Reading of={reading} failed="订的东西没有打开">
            {({ orders }) => (
              <>
                {waits && forResident === undefined && (
                  <>
                    <View>来超市取的时候，给柜台扫这个码。</View>
                    <MemberCode />
                  </>
                )}
                {orders.length === 0 && (
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
