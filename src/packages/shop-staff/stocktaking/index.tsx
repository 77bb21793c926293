import { View } from '@tarojs/components'
import { useState } from 'react'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Field } from '@/src/design/Field'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Sheet } from '@/src/design/Sheet'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { toTop } from '@/src/platform/toTop'
import { Printing } from '@/src/queries/Printing'
import { Reading } from '@/src/queries/Reading'
import { readAll } from '@/src/queries/readAll'
import { ReadOn } from '@/src/queries/ReadOn'
import {
  useCloseStocktaking,
  useCountGoods,
  useDropStocktaking,
  useStartStocktaking,
  useStocktaking,
  useStocktakingLines,
} from '@/src/queries/shopStaff'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { whenSaid } from '@/src/words/time'
import type { Printout } from '@/types/centre'
import { mostCounted } from '@/types/shared/shopLimits'
import type { CountedGoods, Stocktaking } from '@/types/shop'

/** All goods are counted one by one; another person closes it, and what differs is entered. */
export default function StocktakingPage() {
  const reading = useStocktaking()
  const cached = cachedAt(reading)
  const [counting, setCounting] = useState<CountedGoods>()
  const found = reading.data?.stocktaking ?? null
  if (found?.state === 'open' && counting)
    return (
      <Counting
        key={counting.goods.id}
        stocktaking={found}
        line={counting}
        onNext={(next) => {
          setCounting(next)
          toTop()
        }}
      />
    )
  return (
    <Page wide title="盘点" subtitle="超市照常开，边卖边数" {...(cached && { cachedAt: cached })}>
      <Reading of={reading} failed="盘点没有打开">
        {({ stocktaking }) => <Now stocktaking={stocktaking} onCount={setCounting} />}
      </Reading>
    </Page>
  )
}

type Count = (line: CountedGoods) => void

function Now({ stocktaking, onCount }: { stocktaking: Stocktaking | null; onCount: Count }) {
  if (stocktaking === null)
    return (
      <>
        <Empty label="还没有盘点过" detail="每个月数一次，账和货就对得上。" drawing="pen" />
        <Start />
      </>
    )
  const { state, closedAt, closedBy, waitsFor } = stocktaking
  const ended = `${closedAt === null ? '' : whenSaid(closedAt, now())}，${closedBy ?? ''}`
  switch (state) {
    case 'open':
      return <Open stocktaking={stocktaking} onCount={onCount} />
    case 'closing':
      return (
        <>
          <Notice kind="warn" label={`盘点结束了，还有 ${waitsFor.length} 样差额没有入账`}>
            {`${waitsFor.join('、')}：实有的比留给人家的还少。请在“交付预订”里看看是谁订的，和他商量取消几份；取消以后，差额自己会入账。`}
          </Notice>
          <Lines stocktaking={stocktaking} print="打印这次的结果" />
        </>
      )
    case 'closed':
      return (
        <>
          <Notice kind="done" label={`上次盘点：${ended}结束的`} />
          <Lines stocktaking={stocktaking} print="打印上次的结果" />
          <Start />
        </>
      )
    case 'dropped':
      return (
        <>
          <Notice label={`上次盘点：${ended}放弃的，什么都没有改`} />
          <Start />
        </>
      )
    default:
      return state satisfies never
  }
}

function Start() {
  const start = useStartStocktaking()
  return (
    <>
      <Submitted of={start} />
      <Button
        label="开始盘点"
        busy={start.busy || start.waiting}
        onTap={() => start.submit({}, { done: () => showToast('开始了，一样一样数') })}
      />
    </>
  )
}

function Open({ stocktaking, onCount }: { stocktaking: Stocktaking; onCount: Count }) {
  const close = useCloseStocktaking()
  const drop = useDropStocktaking()
  const [asking, setAsking] = useState<'close' | 'drop'>()
  const { id, startedBy, startedAt, uncounted, next, differ, mayClose, mayDrop } = stocktaking
  const stop = () => setAsking(undefined)
  const send = () =>
    close.submit(
      { stocktaking: id },
      {
        done: ({ state }) => {
          stop()
          showToast(
            state === 'closed' ? '盘点结束了，差额已经入账' : '盘点结束了，还有差额等着入账',
          )
        },
        failed: stop,
      },
    )
  const giveUp = () =>
    drop.submit(
      { stocktaking: id },
      {
        done: () => {
          stop()
          showToast('放弃了，什么都没有改')
        },
        failed: stop,
      },
    )
  return (
    <>
      <Notice
        label={`${startedBy} ${whenSaid(startedAt, now())} 开始的，还有 ${uncounted} 样没有数`}
      >
        {uncounted === 0 && !mayClose && '都数完了。请没有数过的同事登录，核对以后结束。'}
      </Notice>
      {next && <Button label="接着数" onTap={() => onCount(next)} />}
      <Lines stocktaking={stocktaking} print="打印点货单" onCount={onCount} />
      <Submitted of={close} />
      {mayClose && <Button label="核对好了，结束盘点" onTap={() => setAsking('close')} />}
      <Submitted of={drop} />
      {mayDrop && <Button label="放弃这次盘点" look="quiet" onTap={() => setAsking('drop')} />}
      {asking === 'close' && (
        <Sheet
          label="结束这次盘点吗？"
          yes={{ label: '结束', busy: close.busy || close.waiting, onTap: send }}
          back="再核对"
          onBack={stop}
        >
          <View>
            {differ === 0
              ? '账和货都对得上。'
              : `有 ${differ ?? 0} 样对不上，会按实有的数改账，结束以后不能再改。`}
          </View>
        </Sheet>
      )}
      {asking === 'drop' && (
        <Sheet
          label="放弃这次盘点吗？"
          yes={{ label: '放弃', danger: true, busy: drop.busy || drop.waiting, onTap: giveUp }}
          back="接着盘"
          onBack={stop}
        >
          <View>数过的都不算了，账上什么都不改。要盘的时候再重新开始。</View>
        </Sheet>
      )}
    </>
  )
}

const lineSaid = ({ counted, expected, countedBy, goods }: CountedGoods): string =>
  counted === null
    ? '还没有数'
    : [
        `实有 ${counted} ${goods.unit}`,
        expected !== null && `账上 ${expected}`,
        countedBy !== null && `${countedBy}数的`,
      ]
        .filter(Boolean)
        .join('，')

type LinesProps = { stocktaking: Stocktaking; print: string; onCount?: Count }

function Lines({ stocktaking, print, onCount }: LinesProps) {
  const reading = useStocktakingLines(stocktaking.id)
  return (
    <Reading of={reading} failed="货品没有打开">
      {(lines) => (
        <>
          <Printing
            label={print}
            sheet={sheetOf(stocktaking, lines)}
            before={async () => void (await readAll(reading, mostCounted))}
          />
          <Heading label="货品" />
          <Rows label="货品">
            {lines.map((line) => (
              <Line key={line.goods.id} line={line} {...(onCount && { onCount })} />
            ))}
          </Rows>
          <ReadOn of={reading} />
        </>
      )}
    </Reading>
  )
}

function Line({ line, onCount }: { line: CountedGoods; onCount?: Count }) {
  const { goods, counted, expected } = line
  const differs = counted !== null && expected !== null && counted !== expected
  const tag = differs
    ? `${counted > expected ? '多' : '少'} ${Math.abs(counted - expected)}`
    : counted !== null && '数好了'
  return (
    <Row
      label={goods.name}
      detail={lineSaid(line)}
      {...(tag && { saying: tag })}
      {...(onCount && { onTap: () => onCount(line) })}
    >
      {tag && (
        <Tag label={tag} tone={differs ? 'gold' : 'pine'} drawing={differs ? 'warn' : 'check'} />
      )}
    </Row>
  )
}

type CountingProps = {
  stocktaking: Stocktaking
  line: CountedGoods
  /** The next goods, or nothing when all are counted. */
  onNext: (line: CountedGoods | undefined) => void
}

/** One kind of goods, one number. What it is compared with is what the books said when it was written down. */
function Counting({ stocktaking, line, onNext }: CountingProps) {
  const count = useCountGoods()
  const [typed, setTyped] = useState(line.counted === null ? '' : String(line.counted))
  const [countedAt, setCountedAt] = useState(now)
  const [tried, setTried] = useState(false)
  const { goods } = line
  const missing = typed === '' || Number(typed) > 100_000
  const rest = stocktaking.uncounted - (line.counted === null ? 1 : 0)
  const write = (number: string) => {
    setTyped(number)
    setCountedAt(now())
  }
  const send = () => {
    setTried(true)
    if (missing) return
    count.submit(
      { stocktaking: stocktaking.id, goods: goods.id, counted: Number(typed), countedAt },
      {
        done: ({ next }) => {
          if (next === null) showToast('都数完了')
          onNext(next ?? undefined)
        },
      },
    )
  }
  return (
    <Page
      title={goods.name}
      subtitle={`还有 ${Math.max(rest, 0)} 样`}
      action={
        <>
          <Submitted of={count} />
          <Button
            label={rest > 0 ? '记下来，数下一样' : '记下来'}
            busy={count.busy || count.waiting}
            onTap={send}
          />
          <Button label="返回" look="quiet" onTap={() => onNext(undefined)} />
        </>
      }
    >
      <Field
        label={`一共有几${goods.unit}`}
        hint="架上的、库里的、给人留着的，都数进去"
        kind="number"
        most={6}
        value={typed}
        onChange={write}
        {...(tried && missing && { error: '请写数到多少，没有就写 0' })}
      />
    </Page>
  )
}

const sheetOf = (
  { startedAt, startedBy }: Stocktaking,
  lines: readonly CountedGoods[],
): Printout => ({
  title: '慈善超市盘点单',
  notes: [`${whenSaid(startedAt, now())} 开始，${startedBy}`],
  tables: [
    {
      title: null,
      columns: ['货品', '单位', '账上', '实有', '谁数的', '签字'],
      rows: lines.map(({ goods, expected, counted, countedBy }) => [
        goods.name,
        goods.unit,
        expected === null ? '' : String(expected),
        counted === null ? '' : String(counted),
        countedBy ?? '',
        '',
      ]),
    },
  ],
})
