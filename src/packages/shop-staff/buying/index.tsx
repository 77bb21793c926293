import { View } from '@tarojs/components'
import { useState } from 'react'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Empty } from '@/src/design/Empty'
import { Field } from '@/src/design/Field'
import { Heading } from '@/src/design/Heading'
import { Page } from '@/src/design/Page'
import { Sheet } from '@/src/design/Sheet'
import { Tabs } from '@/src/design/Tabs'
import { showToast } from '@/src/design/Toast'
import { fenOf } from '@/src/packages/canteen-staff/money'
import { Printing } from '@/src/queries/Printing'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { readAll } from '@/src/queries/readAll'
import { useHandOverPurchase, useMarkBought, usePurchases } from '@/src/queries/shopStaff'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { yuanSaid } from '@/src/words/meals'
import { whenSaid } from '@/src/words/time'
import type { Printout } from '@/types/centre'
import type { Purchase } from '@/types/shop'

const views = [
  { value: 'asked' as const, label: '要去买的' },
  { value: 'bought' as const, label: '等着取的' },
]

/** As many as somebody carries. */
const mostPrinted = 200

/** What to buy for people who cannot go, and what waits to be fetched and paid. */
export default function Buying() {
  const [view, setView] = useState<'asked' | 'bought'>('asked')
  const reading = usePurchases(view)
  const cached = cachedAt(reading)
  return (
    <Page wide title="代购" subtitle="按实价收钱，一分不加" {...(cached && { cachedAt: cached })}>
      <Tabs label="看哪些" tabs={views} value={view} onChange={setView} />
      <Reading of={reading} failed="代购没有打开">
        {(purchases) => (
          <>
            {purchases.length === 0 && <Empty label="这里没有要办的" drawing="house" />}
            {purchases.map((purchase) => (
              <ToBuy key={purchase.id} purchase={purchase} />
            ))}
            <ReadOn of={reading} />
            {view === 'asked' && purchases.length > 0 && (
              <Printing
                label="打印购物单"
                sheet={sheetOf(purchases)}
                before={async () => void (await readAll(reading, mostPrinted))}
              />
            )}
          </>
        )}
      </Reading>
    </Page>
  )
}

function ToBuy({ purchase }: { purchase: Purchase }) {
  const [asking, setAsking] = useState(false)
  const { person, what, most, fen, state, by, at } = purchase
  const bought = state === 'bought'
  return (
    <Card label={`${person.name}，${what}`}>
      <Heading label={what} />
      <View>
        {person.name}，{whenSaid(at, now())} 说的{by !== null && `（${by}替说）`}
      </View>
      {fen !== null ? (
        <View>花了 {yuanSaid(fen)}，取的时候收</View>
      ) : (
        <View>{most === null ? '没有说最多花多少' : `最多花 ${yuanSaid(most)}`}</View>
      )}
      <Button
        label={bought ? '交给他，钱收了' : '买好了'}
        fuller={`${bought ? '交给他，钱收了' : '买好了'}，${person.name}，${what}`}
        look="secondary"
        drawing={bought ? 'hand' : 'check'}
        onTap={() => setAsking(true)}
      />
      {asking &&
        (bought ? (
          <HandOver purchase={purchase} onBack={() => setAsking(false)} />
        ) : (
          <Bought purchase={purchase} onBack={() => setAsking(false)} />
        ))}
    </Card>
  )
}

type StepProps = { purchase: Purchase; onBack: () => void }

function Bought({ purchase, onBack }: StepProps) {
  const mark = useMarkBought()
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  const fen = fenOf(typed)
  const send = () => {
    setTried(true)
    if (!fen) return
    mark.submit(
      { purchase: purchase.id, fen },
      {
        done: () => {
          showToast('记下了，打电话请他来取')
          onBack()
        },
      },
    )
  }
  return (
    <Sheet
      label={`${purchase.what}花了多少？`}
      yes={{ label: '记下来', busy: mark.busy || mark.waiting, onTap: send }}
      back="还没买"
      onBack={onBack}
    >
      <Field
        label="实价多少元"
        kind="money"
        value={typed}
        onChange={setTyped}
        {...(tried && !fen && { error: '请写多少元，比如 28.5' })}
      />
      <Submitted of={mark} />
    </Sheet>
  )
}

function HandOver({ purchase, onBack }: StepProps) {
  const hand = useHandOverPurchase()
  const { id, person, what, fen } = purchase
  const send = () =>
    hand.submit(
      { purchase: id },
      {
        done: () => {
          showToast(`${what}交给${person.name}了`)
          onBack()
        },
      },
    )
  return (
    <Sheet
      label={`${yuanSaid(fen ?? 0)} 收到了吗？`}
      yes={{ label: '收到了，给他', busy: hand.busy || hand.waiting, onTap: send }}
      back="还没有"
      onBack={onBack}
    >
      <View>
        {person.name}，{what}
      </View>
      <Submitted of={hand} />
    </Sheet>
  )
}

/** The shopping list on paper, with room for the price. */
const sheetOf = (purchases: readonly Purchase[]): Printout => ({
  title: '代购单',
  notes: [`${whenSaid(now(), now())} 打印`],
  tables: [
    {
      title: null,
      columns: ['替谁买', '买什么', '最多花', '实价'],
      rows: purchases.map(({ person, what, most }) => [
        person.name,
        what,
        most === null ? '' : yuanSaid(most),
        '',
      ]),
    },
  ],
})
