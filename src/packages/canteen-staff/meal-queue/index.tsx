import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { onlineManager } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { now, serverTimeOf, today } from '@/src/api/clock'
import type { OutputOf } from '@/src/api/call'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Figure } from '@/src/design/Figure'
import { Heading } from '@/src/design/Heading'
import { Loading } from '@/src/design/Loading'
import { More } from '@/src/design/More'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { toTop } from '@/src/platform/toTop'
import { useQueue } from '@/src/queries/canteenStaff'
import { Printing } from '@/src/queries/Printing'
import { Reading } from '@/src/queries/Reading'
import { scan, useKeptScans } from '@/src/queries/scans'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { channelNames, serviceSaid } from '@/src/words/canteen'
import { mealNames, yuanSaid } from '@/src/words/meals'
import { whenSaid } from '@/src/words/time'
import { KeptServes } from '../components/KeptServes'
import { MealAtHand } from '../components/MealAtHand'
import { ByCard } from './components/ByCard'
import { Lines } from './components/Lines'
import { ServeResults, type Given } from './components/ServeResults'
import { Serving, type Paying } from './components/Serving'
import { goneSaid, nameSaid, whyRefused } from './lines'
import { scanShown, type Shown } from './scanning'
import { queueSheet } from './queueSheet'
import './index.scss'

type Queue = OutputOf<'canteen', 'queue'>

/** Half past eleven at the counter: scan, look, give; by name for those without a code; also without a network. */
export default function MealQueue() {
  const { service: asked, order } = useRouter().params
  return (
    <MealAtHand title="给餐" asked={asked}>
      {(service, others) => (
        <AtTheCounter
          key={service}
          service={service}
          others={others}
          {...(order !== undefined && { shown: { order } })}
        />
      )}
    </MealAtHand>
  )
}

type AtTheCounterProps = { service: string; others: ReactNode; shown?: Shown }

function AtTheCounter({ service, others, shown: first }: AtTheCounterProps) {
  const reading = useQueue(service)
  const [shown, setShown] = useState<Shown | undefined>(first)
  const [shownAt, setShownAt] = useState(now)
  const [wrongCode, setWrongCode] = useState(false)
  const [given, setGiven] = useState<readonly Given[]>([])
  const kept = new Set(useKeptScans('serve').map(({ input }) => input.order ?? ''))
  const cached = cachedAt(reading)
  const queue = reading.data
  const lines = queue?.items ?? []
  const nameOf = (order: string | undefined) => {
    const line = lines.find((one) => one.order === order)
    return line ? nameSaid(line) : '一位居民'
  }

  // Somebody may have ordered a second ago: nothing is said to be missing before the list was read again.
  const fresh =
    serverTimeOf(reading.dataUpdatedAt) >= shownAt ||
    reading.isError ||
    reading.fetchStatus === 'paused' ||
    !onlineManager.isOnline()

  const show = (next: Shown | undefined) => {
    setShown(next)
    setShownAt(now())
    toTop()
  }
  const start = () =>
    void scanShown().then((seen) => {
      if (seen === null) return
      setWrongCode(seen === 'notOurs')
      if (seen === 'notOurs') return
      show(seen)
      void reading.refetch()
    })
  const give = (what: Shown, name: string | null, paidBy?: Paying) => {
    const nonce = scan('serve', { service, ...what, ...(paidBy && { paidBy }) })
    setGiven([{ nonce, name }, ...given])
    show(undefined)
  }
  const serving = (order: string): ReactNode => {
    const line = lines.find((one) => one.order === order)
    if (!line) return null
    return (
      <Serving
        line={line}
        lines={lines}
        kept={kept}
        onGive={(paidBy) => give({ order }, nameSaid(line), paidBy)}
        onOther={(other) => show({ order: other.order })}
        onBack={() => show(undefined)}
      />
    )
  }

  if (queue && shown) {
    if ('card' in shown)
      return (
        <ByCard
          service={service}
          card={shown.card}
          lines={lines}
          fresh={fresh}
          kept={kept}
          found={({ order }) => serving(order)}
          onChoose={({ order }) => show({ order })}
          onGiveUnseen={(paidBy) => give(shown, null, paidBy)}
          onBack={() => show(undefined)}
        />
      )
    const known = serving(shown.order)
    if (known) return <>{known}</>
    if (!fresh)
      return (
        <Page title="正在找这一份">
          <Loading />
        </Page>
      )
  }
  const elsewhere = queue !== undefined && shown !== undefined
  return (
    <Page
      wide
      title={queue ? `${mealNames[queue.service.meal]}给餐` : '给餐'}
      {...(queue && {
        subtitle: `${serviceSaid(queue.service, today())} · ${queue.service.placeName}`,
      })}
      {...(cached && { cachedAt: cached })}
      action={
        <Button
          label={given.length > 0 ? '扫下一位' : '扫取餐码或会员码'}
          drawing="camera"
          off={!queue}
          onTap={start}
        />
      }
    >
      <Reading of={reading} failed="名单没有打开">
        {(value) => (
          <>
            <KeptServes nameOf={nameOf} />
            {wrongCode && (
              <Notice kind="error" label="这不是取餐码，也不是会员码">
                请对方打开“我的餐”里的取餐码，或者拿出会员卡，再扫一次。也可以在下面点名字。
              </Notice>
            )}
            {elsewhere && (
              <Notice kind="error" label="这一餐的名单里没有这一单">
                可能已经取消了，也可能订的是另一天、另一餐，请看看他手机上怎么写。没有订，可以当场买一份。
              </Notice>
            )}
            <ServeResults given={given} />
            {others}
            <View className="meal-queue">
              <View className="meal-queue__counted">
                <Counts
                  queue={value}
                  keptHere={lines.filter(({ order }) => kept.has(order)).length}
                />
              </View>
              <View className="meal-queue__lines">
                <Lines lines={lines} kept={kept} onTap={({ order }) => show({ order })} />
              </View>
              <View className="meal-queue__rest">
                <Twice queue={value} />
                <RefusedScans queue={value} />
                <Links service={service} queue={value} />
              </View>
            </View>
          </>
        )}
      </Reading>
    </Page>
  )
}

/** How far the meal is: what is still to come, and what was given. */
function Counts({ queue: { items, served }, keptHere }: { queue: Queue; keptHere: number }) {
  const placed = items.filter(({ state }) => state === 'placed').length
  return (
    <Card label="给到哪里了">
      <View className="meal-queue__counts">
        <Figure label="还没取" value={`${placed - keptHere} 份`} />
        <Figure label="给好了" value={`${served + keptHere} 份`} />
      </View>
    </Card>
  )
}

/** Handed over on two phones while one had no network: nothing is dropped, somebody looks. */
function Twice({ queue: { servedTwice } }: { queue: Queue }) {
  if (servedTwice.length === 0) return null
  return (
    <>
      <Heading label={`给了两次 ${servedTwice.length} 份`} />
      <Rows label="给了两次">
        {servedTwice.map(({ order, name, at, by, paidBy, pays }) => (
          <Row
            key={`${order} ${at}`}
            label={name || goneSaid}
            detail={`${whenSaid(at, now())} ${by}又给了一次，${
              paidBy === null
                ? '请核对'
                : `${channelNames[paidBy]}又收了 ${yuanSaid(pays)}，请退给付钱的人`
            }`}
            drawing="warn"
            colour="gold"
          />
        ))}
      </Rows>
    </>
  )
}

/** Given without a network to somebody whose order was not there: whatever was taken for it is looked into. */
function RefusedScans({ queue: { refusedScans } }: { queue: Queue }) {
  if (refusedScans.length === 0) return null
  return (
    <>
      <Heading label={`断网时给了、没对上订单 ${refusedScans.length} 次`} />
      <Rows label="断网时给了、没对上订单">
        {refusedScans.map(({ code, name, at, by, paidBy }) => (
          <Row
            key={`${at} ${by} ${name}`}
            label={name || '不知道是谁'}
            detail={`${whenSaid(at, now())} ${by}给的，${whyRefused(code)}，${
              paidBy === null ? '没收钱' : `${channelNames[paidBy]}收了钱`
            }，请核对`}
            drawing="warn"
            colour="gold"
          />
        ))}
      </Rows>
    </>
  )
}

/** What else is done at the counter. */
function Links({ service, queue }: { service: string; queue: Queue }) {
  return (
    <Card label="还可以做">
      <View className="meal-queue__links">
        <Button
          label="没有订的，当场买"
          look="quiet"
          drawing="hand"
          onTap={() => goTo('counter', { service })}
        />
        <Button
          label="有菜卖完了"
          look="quiet"
          drawing="bowl"
          onTap={() => goTo('kitchenSheet', { service })}
        />
      </View>
      <More label="更多">
        <View className="meal-queue__links">
          <Button
            label="送餐单"
            look="quiet"
            drawing="house"
            onTap={() => goTo('deliveries', { service })}
          />
          <Printing label="打印名单" sheet={queueSheet(queue)} />
        </View>
      </More>
    </Card>
  )
}
