import { View } from '@tarojs/components'
import { useState } from 'react'
import { now } from '@/src/api/clock'
import { Empty } from '@/src/design/Empty'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import { Printing } from '@/src/queries/Printing'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { readAll } from '@/src/queries/readAll'
import { useHandOver, useOrdersToHandOver } from '@/src/queries/shopStaff'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { countSaid, keptSaid } from '@/src/words/shop'
import { whenSaid } from '@/src/words/time'
import type { Printout } from '@/types/centre'
import type { ShopOrder } from '@/types/shop'

/** As many as fit on the sheets of one day. */
const mostPrinted = 500

/** What residents ordered ahead and have not fetched: put aside, handed over. */
export default function HandOver() {
  const reading = useOrdersToHandOver()
  const cached = cachedAt(reading)
  return (
    <Page
      wide
      title="交付预订"
      subtitle="积分已经扣好，核对名字就给"
      {...(cached && { cachedAt: cached })}
    >
      <Reading of={reading} failed="预订没有打开">
        {(orders) => (
          <>
            {orders.length === 0 && (
              <Empty label="没有等着取的" detail="居民订了会出现在这里。" drawing="check" />
            )}
            <Rows label="等着取的">
              {orders.map((order) => (
                <Waiting key={order.id} order={order} />
              ))}
            </Rows>
            <ReadOn of={reading} />
            {orders.length > 0 && (
              <Printing
                label="打印备货单"
                sheet={sheetOf(orders)}
                before={async () => void (await readAll(reading, mostPrinted))}
              />
            )}
          </>
        )}
      </Reading>
    </Page>
  )
}

function Waiting({ order }: { order: ShopOrder }) {
  const hand = useHandOver()
  const [asking, setAsking] = useState(false)
  const { id, goods, quantity, person, until } = order
  const what = countSaid(goods.name, quantity, goods.unit)
  const send = () =>
    hand.submit(
      { goods: goods.id, order: id },
      {
        done: () => {
          setAsking(false)
          showToast(`${what}交给${person.name}了`)
        },
      },
    )
  return (
    <>
      <Row
        label={person.name}
        detail={`${what}，${keptSaid(until, now())}`}
        drawing="person"
        colour="pine"
        onTap={() => setAsking(true)}
      />
      {asking && (
        <Sheet
          label={`把${what}交给${person.name}吗？`}
          yes={{ label: '交给他了', busy: hand.busy || hand.waiting, onTap: send }}
          back="还没有"
          onBack={() => setAsking(false)}
        >
          <View>请先扫会员码，或者看会员卡，确认是本人或家人。</View>
          <Submitted of={hand} />
        </Sheet>
      )}
    </>
  )
}

/** What to put aside, with room to tick. */
const sheetOf = (orders: readonly ShopOrder[]): Printout => ({
  title: '慈善超市备货单',
  notes: [`${whenSaid(now(), now())} 打印，共 ${orders.length} 份`],
  tables: [
    {
      title: null,
      columns: ['名字', '货品', '数量', '留到', '给了'],
      rows: orders.map(({ person, goods, quantity, until }) => [
        person.name,
        goods.name,
        `${quantity} ${goods.unit}`,
        keptSaid(until, now()).replace('留到 ', ''),
        '',
      ]),
    },
  ],
})
