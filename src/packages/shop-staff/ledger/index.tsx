import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Empty } from '@/src/design/Empty'
import { Field } from '@/src/design/Field'
import { Heading } from '@/src/design/Heading'
import { Page } from '@/src/design/Page'
import { Sheet } from '@/src/design/Sheet'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { Printing } from '@/src/queries/Printing'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { useLedger, useReverse } from '@/src/queries/shopStaff'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { yuanSaid } from '@/src/words/meals'
import { countSaid, movementNames, pointsSaid } from '@/src/words/shop'
import { whenSaid } from '@/src/words/time'
import type { Printout } from '@/types/centre'
import type { StockEntry } from '@/types/shop'
import { Receipt } from '../components/Receipt'
import { TakeBack } from '../components/TakeBack'

/** Everything that came in and went out, newest first; a mistake is taken back by an entry of its own. */
export default function Ledger() {
  const { goods } = useRouter().params
  const reading = useLedger(goods)
  const cached = cachedAt(reading)
  const [receipt, setReceipt] = useState<string>()
  if (receipt !== undefined)
    return (
      <Receipt
        entry={receipt}
        title="捐赠收据"
        next={{ label: '回到出入库', onTap: () => setReceipt(undefined) }}
      />
    )
  return (
    <Page
      wide
      title="出入库"
      subtitle="记错了可以撤回，撤回也会记一笔"
      {...(cached && { cachedAt: cached })}
    >
      <Reading of={reading} failed="出入库没有打开">
        {(entries) => (
          <>
            {entries.length === 0 && <Empty label="还没有进出" drawing="book" />}
            {entries.map((entry) => (
              <Entry key={entry.id} entry={entry} onReceipt={setReceipt} />
            ))}
            <ReadOn of={reading} />
            {entries.length > 0 && <Printing label="打印看到的这些" sheet={sheetOf(entries)} />}
          </>
        )}
      </Reading>
    </Page>
  )
}

const movedSaid = ({ name, quantity, unit }: StockEntry): string =>
  `${quantity < 0 ? '出去' : '进来'} ${countSaid(name, quantity, unit)}`

type EntryProps = { entry: StockEntry; onReceipt: (entry: string) => void }

function Entry({ entry, onReceipt }: EntryProps) {
  const [asking, setAsking] = useState<'reverse' | 'takeBack'>()
  const { name, unit, quantity, out, movement, points, fen, person, by, because, ended, at } = entry
  const title = `${movementNames[movement]}：${movedSaid(entry)}`
  return (
    <Card label={title}>
      <Heading label={title} />
      {ended !== null && (
        <View>
          <Tag label={ended === 'reversed' ? '撤回了' : '还回来了'} tone="blue" drawing="info" />
        </View>
      )}
      {out > 0 && out < -quantity && <View>还有 {countSaid(name, out, unit)} 没还</View>}
      {(points !== 0 || fen !== 0) && (
        <View>
          {[points !== 0 && pointsSaid(points), fen !== 0 && yuanSaid(fen)]
            .filter(Boolean)
            .join('，')}
        </View>
      )}
      <View>{[person, whenSaid(at, now()), `${by}经手`].filter(Boolean).join('，')}</View>
      {because !== null && <View>{because}</View>}
      {movement === 'donationDrive' && (
        <Button
          label="收据"
          fuller={`收据，${title}`}
          look="secondary"
          drawing="book"
          onTap={() => onReceipt(entry.id)}
        />
      )}
      {entry.out > 0 && (
        <Button
          label="还回来了"
          fuller={`还回来了，${title}`}
          look="secondary"
          drawing="check"
          onTap={() => setAsking('takeBack')}
        />
      )}
      {entry.mayReverse && (
        <Button
          label="撤回这一笔"
          fuller={`撤回这一笔，${title}`}
          look="quiet"
          onTap={() => setAsking('reverse')}
        />
      )}
      {asking === 'reverse' && (
        <Reverse entry={entry} title={title} onBack={() => setAsking(undefined)} />
      )}
      {asking === 'takeBack' && (
        <TakeBack
          {...{ entry: entry.id, name: entry.name, unit: entry.unit, out: entry.out, person }}
          onBack={() => setAsking(undefined)}
        />
      )}
    </Card>
  )
}

type ActProps = { entry: StockEntry; title: string; onBack: () => void }

function Reverse({ entry, title, onBack }: ActProps) {
  const reverse = useReverse()
  const [because, setBecause] = useState('')
  const [tried, setTried] = useState(false)
  const missing = because.trim() === ''
  const send = () => {
    setTried(true)
    if (missing) return
    reverse.submit(
      { entry: entry.id, because: because.trim() },
      {
        done: () => {
          showToast('撤回了，数目已经改好')
          onBack()
        },
      },
    )
  }
  return (
    <Sheet
      label="撤回这一笔吗？"
      yes={{ label: '撤回', danger: true, busy: reverse.busy || reverse.waiting, onTap: send }}
      back="不撤回"
      onBack={onBack}
    >
      <View>{title}</View>
      {entry.points > 0 && <View>{pointsSaid(entry.points)}退给他。</View>}
      {entry.withGift && <View>他留在超市送人的那几份，也一起撤回。</View>}
      {entry.fen > 0 && <View>请把 {yuanSaid(entry.fen)} 当面退给他。</View>}
      <Field
        label="为什么撤回"
        most={60}
        value={because}
        onChange={setBecause}
        {...(tried && missing && { error: '请写一句原因' })}
      />
      <Submitted of={reverse} />
    </Sheet>
  )
}

const sheetOf = (entries: readonly StockEntry[]): Printout => ({
  title: '慈善超市出入库',
  notes: [`${whenSaid(now(), now())} 打印`],
  tables: [
    {
      title: null,
      columns: ['时间', '怎么动的', '货品', '数量', '积分', '元', '谁', '经手'],
      rows: entries.map((one) => [
        whenSaid(one.at, now()),
        movementNames[one.movement],
        one.name,
        String(one.quantity),
        one.points === 0 ? '' : String(one.points),
        one.fen === 0 ? '' : yuanSaid(one.fen),
        one.person ?? '',
        one.by,
      ]),
    },
  ],
})
