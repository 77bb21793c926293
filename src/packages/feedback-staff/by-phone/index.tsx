import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Row } from '@/src/design/Row'
import { showToast } from '@/src/design/Toast'
import { toTop } from '@/src/platform/toTop'
import { FindPerson } from '@/src/packages/residents-staff/components/FindPerson'
import { useFlows, useWriteDownCall } from '@/src/queries/feedbackStaff'
import { Reading } from '@/src/queries/Reading'
import { Submitted } from '@/src/queries/Submitted'
import { replaceBy } from '@/src/routes'
import { Where, type Spot } from '../components/Where'

type Who = 'known' | 'caller'

/** 专线: somebody telephoned; staff write down who, what and where. */
export default function CaseByPhone() {
  const [at, setAt] = useState(0)
  const [who, setWho] = useState<Who>('known')
  const [person, setPerson] = useState<{ id: string; name: string }>()
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [tried, setTried] = useState(false)
  const phoneWrong = phone !== '' && !/^1\d{10}$|^0\d{9,11}$|^\d{7,8}$/.test(phone)
  const whole = who === 'known' ? person !== undefined : name.trim() !== '' && !phoneWrong
  const goOn = () => {
    setTried(!whole)
    if (!whole) return
    setAt(1)
    toTop()
  }
  if (at === 1)
    return (
      <What
        who={
          who === 'known' && person
            ? { forResident: person.id }
            : { caller: { name: name.trim(), phone: phone === '' ? null : phone } }
        }
        name={who === 'known' ? (person?.name ?? '') : name.trim()}
        onBack={() => setAt(0)}
      />
    )
  return (
    <Page
      wide
      title="记一个来电"
      subtitle="第 1 步，共 2 步：是谁"
      action={<Button label="下一步" onTap={goOn} />}
    >
      <Notice kind="warn" label="正在发生的危险，请他马上打 110、119 或 120" />
      <Choice
        label="打电话的人"
        options={[
          { value: 'known' as const, label: '登记过的居民', detail: '他在小程序里也看得到进展' },
          {
            value: 'caller' as const,
            label: '没有登记过的',
            detail: '记下名字和电话，办好了打给他',
          },
        ]}
        value={who}
        onChange={setWho}
      />
      {who === 'known' ? (
        person ? (
          <Row label={person.name} detail="点一下换人" onTap={() => setPerson(undefined)} />
        ) : (
          <FindPerson label="是谁打来的" onPick={setPerson} />
        )
      ) : (
        <>
          <Field
            label="怎么称呼"
            value={name}
            onChange={setName}
            most={20}
            {...(tried && name.trim() === '' && { error: '请写上怎么称呼' })}
          />
          <Field
            kind="phone"
            label="他的电话"
            optional
            value={phone}
            onChange={setPhone}
            {...(tried && phoneWrong && { error: '电话的位数不对，请核对一下' })}
          />
        </>
      )}
      {tried && !whole && who === 'known' && <Notice kind="error" label="请先找到是谁打来的" />}
    </Page>
  )
}

type WhatProps = {
  who: { forResident: string } | { caller: { name: string; phone: string | null } }
  name: string
  onBack: () => void
}

function What({ who, name, onBack }: WhatProps) {
  const write = useWriteDownCall()
  const flows = useFlows()
  const [category, setCategory] = useState<string>()
  const [text, setText] = useState('')
  const [spot, setSpot] = useState<Spot | null>(null)
  const [where, setWhere] = useState('')
  const [tried, setTried] = useState(false)
  const send = () => {
    const missing = category === undefined || spot === null || text.trim() === ''
    setTried(missing)
    if (missing) return
    const sealed = flows.data?.flows.some((flow) => flow.category === category && flow.sealed)
    write.submit(
      { ...who, category, text: text.trim(), place: { node: spot.id, where: where.trim() } },
      {
        done: ({ id }) => {
          showToast(sealed ? '记下了，调解员会收到' : '记下了，马上有人办')
          // What is sealed is for mediators: who wrote it down reads it no more.
          if (sealed) replaceBy('casesToDo')
          else replaceBy('staffCase', { case: id })
        },
      },
    )
  }
  return (
    <Page
      wide
      title="他说什么事"
      subtitle={`第 2 步，共 2 步：${name}`}
      action={
        <>
          <Submitted of={write} />
          <Button label="记下" busy={write.busy || write.waiting} onTap={send} />
          <Button label="上一步" look="quiet" onTap={onBack} />
        </>
      }
    >
      <Field
        kind="lines"
        label="他说的话"
        hint="照他说的写，不用替他改"
        value={text}
        onChange={setText}
        most={1000}
        {...(tried && text.trim() === '' && { error: '请写下他说了什么' })}
      />
      <Reading of={flows} failed="类别没有打开">
        {({ flows: all }) => (
          <Choice
            label="是哪一类"
            options={all
              .filter(({ retired }) => !retired)
              .map((flow) => ({ value: flow.category, label: flow.name, detail: flow.example }))}
            value={category}
            onChange={setCategory}
          />
        )}
      </Reading>
      {tried && category === undefined && <Notice kind="error" label="请选是哪一类" />}
      <Heading label="在哪里" />
      <Where value={spot} onChange={setSpot} />
      {tried && spot === null && <Notice kind="error" label="请选在哪里" />}
      <Field
        label="在楼里哪儿"
        hint="比如：2 单元门口"
        optional
        value={where}
        onChange={setWhere}
        most={40}
      />
    </Page>
  )
}
