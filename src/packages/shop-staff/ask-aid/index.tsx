import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Stepper } from '@/src/design/Stepper'
import { showToast } from '@/src/design/Toast'
import { useAskAid } from '@/src/queries/shopStaff'
import { Submitted } from '@/src/queries/Submitted'
import { goBack } from '@/src/routes'
import { leftSaid } from '@/src/words/shop'
import type { PersonLine } from '@/types/residents'
import { mostAtOnce } from '@/types/shared/shopLimits'
import type { GoodsToPick } from '@/types/shop'
import { Person } from '../components/Person'
import { PickGoods } from '../components/PickGoods'

/** For whom, what, how many and why; somebody else decides. */
export default function AskAid() {
  const [person, setPerson] = useState<PersonLine>()
  const [goods, setGoods] = useState<GoodsToPick>()
  if (person && goods)
    return <Asking person={person} goods={goods} onBack={() => setGoods(undefined)} />
  return (
    <Page wide title="申请救急" subtitle={person ? '要什么' : '给谁'}>
      <Person person={person} onChange={setPerson} />
      {person && <PickGoods only={({ left }) => left > 0} onPick={setGoods} />}
    </Page>
  )
}

type AskingProps = { person: PersonLine; goods: GoodsToPick; onBack: () => void }

function Asking({ person, goods, onBack }: AskingProps) {
  const ask = useAskAid()
  const [quantity, setQuantity] = useState(1)
  const [because, setBecause] = useState('')
  const [tried, setTried] = useState(false)
  const missing = because.trim() === ''
  const send = () => {
    setTried(true)
    if (missing) return
    ask.submit(
      { person: person.id, goods: goods.id, quantity, because: because.trim() },
      {
        done: () => {
          showToast('申请交上去了，等同事审批')
          goBack()
        },
      },
    )
  }
  return (
    <Page
      wide
      title={`给${person.name}申请${goods.name}`}
      subtitle={leftSaid(goods)}
      action={
        <>
          <Submitted of={ask} />
          <Button label="交上去" busy={ask.busy || ask.waiting} onTap={send} />
          <Button label="返回" look="quiet" onTap={onBack} />
        </>
      }
    >
      <Stepper
        label="几份"
        unit={goods.unit}
        least={1}
        most={Math.max(1, Math.min(goods.left, mostAtOnce))}
        value={quantity}
        onChange={setQuantity}
      />
      <Field
        label="为什么急需"
        hint="比如：老人独居，家里断粮"
        most={100}
        value={because}
        onChange={setBecause}
        {...(tried && missing && { error: '请写一句原因，审批的人要看' })}
      />
      <Notice label="要由另一位同事审批">同意以后才留货，两年后原因自动删掉。</Notice>
    </Page>
  )
}
