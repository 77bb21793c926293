import { useState } from 'react'
import { now } from '@/src/api/clock'
import { Empty } from '@/src/design/Empty'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { showToast } from '@/src/design/Toast'
import { Printing } from '@/src/queries/Printing'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { readAll } from '@/src/queries/readAll'
import { useOrdersToHandOver } from '@/src/queries/shopStaff'
import { cachedAt } from '@/src/queries/when'
import { countSaid } from '@/src/words/shop'
import { keptSaid, whenSaid } from '@/src/words/time'
import type { Printout } from '@/types/centre'
import type { ShopOrderForStaff } from '@/types/shop'
import { HandOverOrder } from '../components/HandOverOrder'

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

function Waiting({ order }: { order: ShopOrderForStaff }) {
  const [asking, setAsking] = useState(false)
  const { goods, quantity, person, homeName, until } = order
  const what = countSaid(goods.name, quantity, goods.unit)
  return (
    <>
      <Row
        label={person.name}
        detail={[what, keptSaid(until, now()), homeName].filter(Boolean).join('，')}
        drawing="person"
        colour="pine"
        onTap={() => setAsking(true)}
      />
      {asking && (
        <HandOverOrder
          order={order}
          onBack={() => setAsking(false)}
          onDone={(said) => {
            setAsking(false)
            showToast(said)
          }}
        />
      )}
    </>
  )
}

/** What to put aside, with room to tick. */
const sheetOf = (orders: readonly ShopOrderForStaff[]): Printout => ({
  title: '慈善超市备货单',
  notes: [`${whenSaid(now(), now())} 打印，共 ${orders.length} 份`],
  tables: [
    {
      title: null,
      columns: ['名字', '住哪里', '电话', '货品', '数量', '留到', '给了'],
      rows: orders.map(({ person, homeName, phoneMasked, goods, quantity, until }) => [
        person.name,
        homeName ?? '',
        phoneMasked ?? '',
        goods.name,
        `${quantity} ${goods.unit}`,
        keptSaid(until, now()).replace('留到 ', ''),
        '',
      ]),
    },
  ],
})
