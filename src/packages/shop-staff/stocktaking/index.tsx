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
import {
  useCloseStocktaking,
  useCountGoods,
  useStartStocktaking,
  useStocktaking,
} from '@/src/queries/shopStaff'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { whenSaid } from '@/src/words/time'
import type { Printout } from '@/types/centre'
import type { Stocktaking } from '@/types/shop'

type Line = Stocktaking['lines'][number]

/** All goods are counted one by one; another person closes it, and what differs is entered. */
export default function StocktakingPage() {
  const reading = useStocktaking()
  const cached = cachedAt(reading)
  const [counting, setCounting] = useState<string>()
  const found = reading.data?.stocktaking ?? null
  const line = found?.lines.find(({ goods }) => goods.id === counting)
  if (found?.state === 'open' && line)
    return (
      <Counting
        key={line.goods.id}
        stocktaking={found}
        line={line}
        onNext={(next) => {
          setCounting(next)
          toTop()
        }}
      />
    )
  return (
    <Page wide title="盘点" subtitle="超市照常开，边卖边数" {...(cached && { cachedAt: cached })}>
      <Reading of={reading} failed="盘点没有打开">
        {({ stocktaking }) =>
          stocktaking?.state === 'open' ? (
            <Open stocktaking={stocktaking} onCount={setCounting} />
          ) : (
            <Idle last={stocktaking} />
          )
        }
      </Reading>
    </Page>
  )
}

function Idle({ last }: { last: Stocktaking | null }) {
  const start = useStartStocktaking()
  return (
    <>
      {last ? (
        <Notice
          kind="done"
          label={`上次盘点：${last.closedAt === null ? '' : whenSaid(last.closedAt, now())}，${last.closedBy ?? ''}结束的`}
        />
      ) : (
        <Empty label="还没有盘点过" detail="每个月数一次，账和货就对得上。" drawing="pen" />
      )}
      {last && <Lines lines={last.lines} />}
      {last && <Printing label="打印上次的结果" sheet={sheetOf(last)} />}
      <Submitted of={start} />
      <Button
        label="开始盘点"
        busy={start.busy || start.waiting}
        onTap={() => start.submit({}, { done: () => showToast('开始了，一样一样数') })}
      />
    </>
  )
}

type OpenProps = { stocktaking: Stocktaking; onCount: (goods: string) => void }

function Open({ stocktaking, onCount }: OpenProps) {
  const close = useCloseStocktaking()
  const [asking, setAsking] = useState(false)
  const { id, startedBy, startedAt, lines, mayClose } = stocktaking
  const left = lines.filter(({ counted }) => counted === null)
  const [first] = left
  const differ = lines.filter(({ expected, counted }) => expected !== null && expected !== counted)
  const send = () =>
    close.submit(
      { stocktaking: id },
      {
        done: () => {
          setAsking(false)
          showToast('盘点结束了，差额已经入账')
        },
        failed: () => setAsking(false),
      },
    )
  return (
    <>
      <Notice
        label={`${startedBy} ${whenSaid(startedAt, now())} 开始的，还有 ${left.length} 样没有数`}
      >
        {left.length === 0 && !mayClose && '都数完了。请没有数过的同事登录，核对以后结束。'}
      </Notice>
      {first && <Button label="接着数" onTap={() => onCount(first.goods.id)} />}
      <Printing label="打印点货单" sheet={sheetOf(stocktaking)} />
      <Lines lines={lines} onCount={onCount} />
      <Submitted of={close} />
      {mayClose && <Button label="核对好了，结束盘点" onTap={() => setAsking(true)} />}
      {asking && (
        <Sheet
          label="结束这次盘点吗？"
          yes={{ label: '结束', busy: close.busy || close.waiting, onTap: send }}
          back="再核对"
          onBack={() => setAsking(false)}
        >
          <View>
            {differ.length === 0
              ? '账和货都对得上。'
              : `有 ${differ.length} 样对不上，会按实有的数改账，结束以后不能再改。`}
          </View>
        </Sheet>
      )}
    </>
  )
}

const lineSaid = ({ counted, expected, countedBy, goods }: Line): string =>
  counted === null
    ? '还没有数'
    : [
        `实有 ${counted} ${goods.unit}`,
        expected !== null && `账上 ${expected}`,
        countedBy !== null && `${countedBy}数的`,
      ]
        .filter(Boolean)
        .join('，')

function Lines({ lines, onCount }: { lines: readonly Line[]; onCount?: (goods: string) => void }) {
  return (
    <>
      <Heading label="货品" />
      <Rows label="货品">
        {lines.map((line) => {
          const { goods, counted, expected } = line
          const differs = counted !== null && expected !== null && counted !== expected
          const tag = differs
            ? `${counted > expected ? '多' : '少'} ${Math.abs(counted - expected)}`
            : counted !== null && '数好了'
          return (
            <Row
              key={goods.id}
              label={goods.name}
              detail={lineSaid(line)}
              {...(tag && { saying: tag })}
              {...(onCount && { onTap: () => onCount(goods.id) })}
            >
              {tag && (
                <Tag
                  label={tag}
                  tone={differs ? 'gold' : 'pine'}
                  drawing={differs ? 'warn' : 'check'}
                />
              )}
            </Row>
          )
        })}
      </Rows>
    </>
  )
}

type CountingProps = {
  stocktaking: Stocktaking
  line: Line
  /** The next goods, or nothing when all are counted. */
  onNext: (goods: string | undefined) => void
}

/** One kind of goods, one number. */
function Counting({ stocktaking, line, onNext }: CountingProps) {
  const count = useCountGoods()
  const [typed, setTyped] = useState(line.counted === null ? '' : String(line.counted))
  const [tried, setTried] = useState(false)
  const { goods } = line
  const missing = typed === '' || Number(typed) > 100_000
  const rest = stocktaking.lines.filter((one) => one.counted === null && one.goods.id !== goods.id)
  const send = () => {
    setTried(true)
    if (missing) return
    count.submit(
      { stocktaking: stocktaking.id, goods: goods.id, counted: Number(typed) },
      {
        done: () => {
          if (rest.length === 0) showToast('都数完了')
          onNext(rest[0]?.goods.id)
        },
      },
    )
  }
  return (
    <Page
      title={goods.name}
      subtitle={`还有 ${rest.length} 样`}
      action={
        <>
          <Submitted of={count} />
          <Button
            label={rest.length > 0 ? '记下来，数下一样' : '记下来'}
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
        onChange={setTyped}
        {...(tried && missing && { error: '请写数到多少，没有就写 0' })}
      />
    </Page>
  )
}

const sheetOf = ({ startedAt, startedBy, lines }: Stocktaking): Printout => ({
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
