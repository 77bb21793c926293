import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Figure } from '@/src/design/Figure'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Row } from '@/src/design/Row'
import { Switch } from '@/src/design/Switch'
import { fenOf } from '@/src/packages/canteen-staff/money'
import { PersonPicker } from '@/src/packages/residents-staff/components/PersonPicker'
import { toTop } from '@/src/platform/toTop'
import { useRecordDonation } from '@/src/queries/projects'
import { Submitted } from '@/src/queries/Submitted'
import { goBack } from '@/src/routes'
import { yuanSaid } from '@/src/words/meals'
import { howNames, onlyRecords } from '@/src/words/projects'
import type { HowGiven } from '@/types/projects'

type Kind = 'person' | 'unit' | 'unknown'

const kinds = [
  { value: 'person', label: '居民', detail: '系统里找得到的人' },
  { value: 'unit', label: '单位、店铺' },
  { value: 'unknown', label: '没有登记的人' },
] as const

const hows = (Object.keys(howNames) as HowGiven[]).map((value) => ({
  value,
  label: howNames[value],
}))

/** Somebody gave something elsewhere: who, then how much and how. */
export default function ProjectDonation() {
  const { id = '' } = useRouter().params
  const record = useRecordDonation()
  const [second, setSecond] = useState(false)
  const [tried, setTried] = useState(false)
  const [kind, setKind] = useState<Kind>('person')
  const [person, setPerson] = useState<{ id: string; name: string }>()
  const [name, setName] = useState('')
  const [named, setNamed] = useState(false)
  const [typed, setTyped] = useState('')
  const [day, setDay] = useState(today())
  const [how, setHow] = useState<HowGiven>('cash')
  const [receiptNo, setReceiptNo] = useState('')
  const fen = fenOf(typed) ?? 0
  const missingWho =
    kind === 'person' ? person === undefined : name.trim() === '' && (kind === 'unit' || named)
  const complete = fen > 0 && day !== '' && receiptNo.trim() !== ''
  const show = (next: boolean) => {
    setTried(false)
    setSecond(next)
    toTop()
  }
  const send = () => {
    setTried(true)
    if (!complete) return
    record.submit({
      project: id,
      ...(kind === 'person' && person && { person: person.id }),
      ...(kind !== 'person' && name.trim() !== '' && { name: name.trim() }),
      unit: kind === 'unit',
      ...{ named, fen, day, how },
      receiptNo: receiptNo.trim(),
    })
  }
  const made = record.value
  if (made)
    return (
      <Page wide title="记好了" action={<Button label="知道了" onTap={goBack} />}>
        <Figure label="自筹" value={yuanSaid(made.own)} />
        <Figure label="配捐" value={yuanSaid(made.matched)} reason="照规则算的，舍去不到一分的" />
        <View>还能配 {yuanSaid(made.sums.left)}</View>
      </Page>
    )
  return (
    <Page
      wide
      title="记一笔自筹"
      subtitle={second ? '多少钱、怎么给的' : '谁给的'}
      action={
        <>
          <Submitted of={record} />
          {second ? (
            <Button label="记下来" busy={record.busy || record.waiting} onTap={send} />
          ) : (
            <Button label="下一步" onTap={() => (missingWho ? setTried(true) : show(true))} />
          )}
          {second && <Button label="上一步" look="quiet" onTap={() => show(false)} />}
        </>
      }
    >
      <Notice label={onlyRecords}>钱已经在别处收到了，这里只是记下来。</Notice>
      {second ? (
        <>
          <Field
            label="多少元"
            kind="money"
            value={typed}
            onChange={setTyped}
            {...(tried && fen === 0 && { error: '请写多少元，比如 100' })}
          />
          <Field
            label="哪一天收到的"
            kind="date"
            value={day}
            onChange={setDay}
            {...(tried && day === '' && { error: '请填一个日子' })}
          />
          <Choice label="怎么给的" options={hows} value={how} onChange={setHow} />
          <Field
            label="收据号"
            most={30}
            value={receiptNo}
            onChange={setReceiptNo}
            {...(tried && receiptNo.trim() === '' && { error: '请写上收据号' })}
          />
        </>
      ) : (
        <>
          <Choice label="是谁" options={kinds} value={kind} onChange={setKind} />
          {kind === 'person' &&
            (person ? (
              <Row
                label={person.name}
                detail="点这里换人"
                drawing="person"
                onTap={() => setPerson(undefined)}
              />
            ) : (
              <PersonPicker label="找这位居民" onPick={setPerson} />
            ))}
          {kind !== 'person' && (
            <Field
              label={kind === 'unit' ? '单位名字' : '姓名'}
              optional={kind === 'unknown' && !named}
              most={30}
              value={name}
              onChange={setName}
            />
          )}
          <Switch
            label="同意公示名字"
            detail={kind === 'unit' ? '公示单位的全名' : '只公示姓，比如 李**'}
            on={named}
            onChange={setNamed}
          />
          {tried && missingWho && <Notice kind="error" label="请先选好或者写上是谁" />}
        </>
      )}
    </Page>
  )
}
