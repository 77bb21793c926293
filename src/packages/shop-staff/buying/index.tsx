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
import { useGiveUpPurchase, useMarkBought, usePurchases } from '@/src/queries/shopStaff'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { yuanSaid } from '@/src/words/meals'
import { whenSaid } from '@/src/words/time'
import type { Printout } from '@/types/centre'
import type { Purchase, PurchaseForStaff } from '@/types/shop'
import { HandOverPurchase } from '../components/HandOverPurchase'

type BuyingView = 'asked' | 'bought'

const views: ReadonlyArray<{ value: BuyingView; label: string }> = [
  { value: 'asked', label: '要去买的' },
  { value: 'bought', label: '等着取的' },
]

/** As many as somebody carries. */
const mostPrinted = 200

/** What to buy for people who cannot go, and what waits to be fetched and paid. */
export default function Buying() {
  const [view, setView] = useState<BuyingView>('asked')
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
            {purchases.length > 0 && (
              <Printing
                label={view === 'asked' ? '打印购物单' : '打印领取单'}
                sheet={sheetOf(view, purchases)}
                before={async () => void (await readAll(reading, mostPrinted))}
              />
            )}
          </>
        )}
      </Reading>
    </Page>
  )
}

function ToBuy({ purchase }: { purchase: PurchaseForStaff }) {
  const [asking, setAsking] = useState<'price' | 'handOver' | 'giveUp'>()
  const { person, homeName, phoneMasked, what, most, fen, state, by, at } = purchase
  const bought = state === 'bought'
  const close = () => setAsking(undefined)
  const sheet = {
    purchase,
    onBack: close,
    onDone: (said: string) => {
      close()
      showToast(said)
    },
  }
  const whose = `${person.name}，${what}`
  return (
    <Card label={whose}>
      <Heading label={what} />
      <View>
        {person.name}，{whenSaid(at, now())} 说的{by !== null && `（${by}替说）`}
      </View>
      <View>{[homeName, phoneMasked].filter(Boolean).join('，')}</View>
      {fen !== null ? (
        <View>花了 {yuanSaid(fen)}，取的时候收</View>
      ) : (
        <View>{most === null ? '没有说最多花多少' : `最多花 ${yuanSaid(most)}`}</View>
      )}
      <Button
        label={bought ? '交给他，钱收了' : '买好了'}
        fuller={`${bought ? '交给他，钱收了' : '买好了'}，${whose}`}
        look="secondary"
        drawing={bought ? 'hand' : 'check'}
        onTap={() => setAsking(bought ? 'handOver' : 'price')}
      />
      {bought && (
        <Button
          label="价钱写错了"
          fuller={`价钱写错了，${whose}`}
          look="quiet"
          onTap={() => setAsking('price')}
        />
      )}
      <Button
        label={bought ? '没有人来取' : '买不到'}
        fuller={`${bought ? '没有人来取' : '买不到'}，${whose}`}
        look="quiet"
        onTap={() => setAsking('giveUp')}
      />
      {asking === 'price' && <Bought {...sheet} />}
      {asking === 'handOver' && <HandOverPurchase {...sheet} />}
      {asking === 'giveUp' && <GiveUp {...sheet} />}
    </Card>
  )
}

type StepProps = { purchase: Purchase; onBack: () => void; onDone: (said: string) => void }

/** What it cost; or, once that is known, what it cost in truth. */
function Bought({ purchase, onBack, onDone }: StepProps) {
  const mark = useMarkBought()
  const wrong = purchase.fen
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  const fen = fenOf(typed)
  const send = () => {
    setTried(true)
    if (!fen) return
    mark.submit(
      { purchase: purchase.id, fen, ...(wrong !== null && { instead: wrong }) },
      { done: () => onDone(`记下了，已经通知${purchase.person.name}来取`) },
    )
  }
  return (
    <Sheet
      label={`${purchase.what}${wrong === null ? '' : '到底'}花了多少？`}
      yes={{ label: '记下来', busy: mark.busy || mark.waiting, onTap: send }}
      back={wrong === null ? '还没买' : '没有写错'}
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

/** It cannot be had, or nobody comes for it: they are told why, and need not wait. */
function GiveUp({ purchase: { id, person, what, state }, onBack, onDone }: StepProps) {
  const giveUp = useGiveUpPurchase()
  const [because, setBecause] = useState('')
  const [tried, setTried] = useState(false)
  const missing = because.trim() === ''
  const send = () => {
    setTried(true)
    if (missing) return
    giveUp.submit(
      { purchase: id, because: because.trim() },
      { done: () => onDone(`停掉了，已经告诉${person.name}`) },
    )
  }
  return (
    <Sheet
      label={`${what}不买了吗？`}
      yes={{
        label: '不买了',
        danger: true,
        busy: giveUp.busy || giveUp.waiting,
        onTap: send,
      }}
      back="再等等"
      onBack={onBack}
    >
      <Field
        label="为什么"
        hint={state === 'bought' ? '比如：两个星期没有来取，退掉了' : '比如：几家店都没有货'}
        most={60}
        value={because}
        onChange={setBecause}
        {...(tried && missing && { error: '请写一句原因，他会看到' })}
      />
      <Submitted of={giveUp} />
    </Sheet>
  )
}

/** The shopping list on paper, with room for the price; or who comes for what, and what they pay. */
const sheetOf = (view: BuyingView, purchases: readonly PurchaseForStaff[]): Printout => ({
  title: view === 'asked' ? '代购单' : '代购领取单',
  notes: [`${whenSaid(now(), now())} 打印，共 ${purchases.length} 样`],
  tables: [
    {
      title: null,
      columns:
        view === 'asked'
          ? ['替谁买', '住哪里', '电话', '买什么', '最多花', '实价']
          : ['谁的', '住哪里', '电话', '买了什么', '要收', '取了'],
      rows: purchases.map(({ person, homeName, phoneMasked, what, most, fen }) => {
        const price = view === 'asked' ? most : fen
        return [
          person.name,
          homeName ?? '',
          phoneMasked ?? '',
          what,
          price === null ? '' : yuanSaid(price),
          '',
        ]
      }),
    },
  ],
})
