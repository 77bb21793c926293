import { useCallback, useState } from 'react'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Figure } from '@/src/design/Figure'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Printing } from '@/src/queries/Printing'
import { Reading } from '@/src/queries/Reading'
import { useReceipt, useTakeIn } from '@/src/queries/shopStaff'
import { Submitted } from '@/src/queries/Submitted'
import type { OutputOf } from '@/src/api/call'
import { fullDay } from '@/src/words/residents'
import { countSaid } from '@/src/words/shop'
import { whenSaid } from '@/src/words/time'
import type { Printout } from '@/types/centre'
import type { PersonLine } from '@/types/residents'
import { dayOf } from '@/types/shared/day'
import type { GoodsToPick } from '@/types/shop'
import { Person } from '../components/Person'
import { PickGoods } from '../components/PickGoods'

/** Goods somebody gives: what, how many, from whom; then a receipt. */
export default function TakeIn() {
  const [goods, setGoods] = useState<GoodsToPick>()
  const [entry, setEntry] = useState<string>()
  if (entry !== undefined) return <Receipt entry={entry} onNext={() => setEntry(undefined)} />
  if (goods)
    return (
      <Giving
        goods={goods}
        onBack={() => setGoods(undefined)}
        onDone={(taken) => {
          setGoods(undefined)
          setEntry(taken)
        }}
      />
    )
  return (
    <Page wide title="收捐赠" subtitle="点一样货品。没有的，先在“货品”里加上">
      <PickGoods onPick={setGoods} />
    </Page>
  )
}

const givers = [
  { value: 'person' as const, label: '登记过的居民' },
  { value: 'name' as const, label: '写名字或单位' },
  { value: 'nobody' as const, label: '不留名' },
]

type GivingProps = {
  goods: GoodsToPick
  onBack: () => void
  onDone: (entry: string) => void
}

function Giving({ goods, onBack, onDone }: GivingProps) {
  const take = useTakeIn()
  const [count, setCount] = useState('')
  const [giver, setGiver] = useState<'person' | 'name' | 'nobody'>('name')
  const [person, setPerson] = useState<PersonLine>()
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const change = useCallback((one: PersonLine | undefined) => setPerson(one), [])
  const quantity = Number(count)
  const wrongCount = quantity < 1 || quantity > 10_000
  const missing =
    (giver === 'name' && name.trim() === '') || (giver === 'person' && person === undefined)
  const send = () => {
    setTried(true)
    if (wrongCount || missing) return
    take.submit(
      {
        goods: goods.id,
        quantity,
        ...(giver === 'person' && person && { person: person.id }),
        ...(giver === 'name' && { giverName: name.trim() }),
      },
      { done: ({ entry }) => onDone(entry) },
    )
  }
  return (
    <Page
      wide
      title={`收${goods.name}`}
      subtitle={`现在有 ${goods.left} ${goods.unit}`}
      action={
        <>
          <Submitted of={take} />
          <Button label="收下，开收据" busy={take.busy || take.waiting} onTap={send} />
          <Button label="返回" look="quiet" onTap={onBack} />
        </>
      }
    >
      <Field
        label={`收了几${goods.unit}`}
        kind="number"
        most={5}
        value={count}
        onChange={setCount}
        {...(tried && wrongCount && { error: '请写收了多少，1 到 10000' })}
      />
      <Choice label="谁捐的" options={givers} value={giver} onChange={setGiver} />
      {giver === 'person' && <Person person={person} onChange={change} />}
      {giver === 'name' && (
        <Field
          label="名字或单位"
          most={40}
          value={name}
          onChange={setName}
          {...(tried && missing && { error: '请写捐的人，或者选“不留名”' })}
        />
      )}
      {giver === 'person' && tried && missing && (
        <Notice kind="error" label="请扫会员码，或者按名字找到他" />
      )}
    </Page>
  )
}

type Given = OutputOf<'shop', 'receipt'>

function Receipt({ entry, onNext }: { entry: string; onNext: () => void }) {
  const reading = useReceipt(entry)
  return (
    <Page
      wide
      title="收好了"
      {...(reading.data && {
        action: (
          <>
            <Printing label="打印收据" look="primary" sheet={sheetOf(reading.data)} />
            <Button label="再收一样" look="quiet" onTap={onNext} />
          </>
        ),
      })}
    >
      <Reading of={reading} failed="收据没有打开">
        {(given) => (
          <>
            <Figure label="收到" value={countSaid(given.name, given.quantity, given.unit)} />
            <Notice kind="done" label={`谢谢${given.giver ?? '这位好心人'}`}>
              收据号 {given.number}，{whenSaid(given.at, now())}，{given.by}经手
            </Notice>
          </>
        )}
      </Reading>
    </Page>
  )
}

/** The receipt on paper, for who gave. */
const sheetOf = ({ number, name, quantity, unit, giver, by, at }: Given): Printout => ({
  title: '慈善超市捐赠收据',
  notes: [
    `收据号 ${number}`,
    `${giver ?? '一位不留名的好心人'}，谢谢您的捐赠。`,
    '物品只用于帮助居民，每月公开收支。',
  ],
  tables: [
    {
      title: null,
      columns: ['物品', '数量', '日期', '经手人', '签字'],
      rows: [[name, `${quantity} ${unit}`, fullDay(dayOf(at)), by, '']],
    },
  ],
})
