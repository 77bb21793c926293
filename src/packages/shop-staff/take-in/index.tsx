import { useCallback, useState } from 'react'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { useTakeIn } from '@/src/queries/shopStaff'
import { Submitted } from '@/src/queries/Submitted'
import type { PersonLine } from '@/types/residents'
import type { GoodsToPick } from '@/types/shop'
import { Person } from '../components/Person'
import { PickGoods } from '../components/PickGoods'
import { Receipt } from '../components/Receipt'

/** Goods somebody gives: what, how many, from whom; then a receipt. */
export default function TakeIn() {
  const [goods, setGoods] = useState<GoodsToPick>()
  const [entry, setEntry] = useState<string>()
  if (entry !== undefined)
    return (
      <Receipt
        entry={entry}
        title="收好了"
        next={{ label: '再收一样', onTap: () => setEntry(undefined) }}
      />
    )
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
