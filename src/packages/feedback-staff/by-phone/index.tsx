import { useState, type ReactNode } from 'react'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Row } from '@/src/design/Row'
import { showToast } from '@/src/design/Toast'
import { toTop } from '@/src/platform/toTop'
import { AboutStaff } from '@/src/packages/feedback/components/AboutStaff'
import { Photos } from '@/src/packages/feedback/components/Photos'
import { isExact, Place, type Located } from '@/src/packages/feedback/components/Place'
import { filesOf, useSendPhotos, type ChangePhotos, type Taken } from '@/src/queries/taken'
import { FindPerson } from '@/src/packages/residents-staff/components/FindPerson'
import { useFlows, useWriteDownCall } from '@/src/queries/feedbackStaff'
import { Reading } from '@/src/queries/Reading'
import { Submitted } from '@/src/queries/Submitted'
import { replaceBy } from '@/src/routes'
import { useDraft, useDropWhenWaiting, type Draft } from '@/src/queries/draft'
import { GoesOn } from '@/src/queries/GoesOn'

/** What was said so far of a call. */
interface Call extends Located {
  who: 'known' | 'caller'
  person: { id: string; name: string } | undefined
  name: string
  phone: string
  text: string
  category: string | undefined
  aboutStaff: string | undefined
  photos: readonly Taken[]
}

const begun: Call = {
  ...{ who: 'known', person: undefined, name: '', phone: '' },
  ...{ text: '', category: undefined, aboutStaff: undefined },
  ...{ place: null, placeName: '', where: '', photos: [] },
}

type StepProps = {
  draft: Draft<Call>
  onBack: () => void
  onDone: () => void
}

/** 专线: somebody telephoned; staff write down who, what and where. */
export default function CaseByPhone() {
  const [step, setStep] = useState<'who' | 'what' | 'where'>('who')
  const draft = useDraft({ form: 'call' }, begun)
  const { typed, change } = draft
  const { photos } = typed
  const changePhotos: ChangePhotos = (next) => change((now) => ({ photos: next(now.photos) }))
  const sending = useSendPhotos('casePhoto', photos, changePhotos)
  const turnTo = (next: typeof step) => () => {
    setStep(next)
    toTop()
  }
  if (step === 'who') return <Who draft={draft} onBack={turnTo('who')} onDone={turnTo('what')} />
  if (step === 'what')
    return (
      <What draft={draft} onBack={turnTo('who')} onDone={turnTo('where')}>
        <Photos photos={photos} onChange={changePhotos} sending={sending} />
      </What>
    )
  return <Where draft={draft} onBack={turnTo('what')} waits={sending.left} />
}

const nameOf = ({ who, person, name }: Call): string =>
  who === 'known' ? (person?.name ?? '') : name.trim()

const phoneForm = /^1\d{10}$|^0\d{9,11}$|^\d{7,8}$/

function Who({ draft, onDone }: StepProps) {
  const { typed: call, change: onChange } = draft
  const { who, person, name, phone } = call
  const [tried, setTried] = useState(false)
  const phoneWrong = phone !== '' && !phoneForm.test(phone)
  const whole = who === 'known' ? person !== undefined : name.trim() !== '' && !phoneWrong
  const goOn = () => {
    setTried(!whole)
    if (whole) onDone()
  }
  return (
    <Page
      wide
      title="记一个来电"
      subtitle="第 1 步，共 3 步：是谁"
      action={<Button label="下一步" onTap={goOn} />}
    >
      <GoesOn of={draft} verb="记" />
      <Notice kind="warn" label="正在发生的危险，请他马上打 110、119 或 120" />
      <Choice
        label="打电话的人"
        options={[
          { value: 'known' as const, label: '登记过的居民', detail: '他在小程序里也看得到进展' },
          {
            value: 'caller' as const,
            label: '没有登记过的',
            detail: '记下名字和电话，办好了提醒同事打给他',
          },
        ]}
        value={who}
        onChange={(next) => onChange({ who: next })}
      />
      {who === 'known' ? (
        person ? (
          <Row
            label={person.name}
            detail="点一下换人"
            onTap={() => onChange({ person: undefined })}
          />
        ) : (
          <FindPerson label="是谁打来的" onPick={(next) => onChange({ person: next })} />
        )
      ) : (
        <>
          <Field
            label="怎么称呼"
            value={name}
            onChange={(next) => onChange({ name: next })}
            most={20}
            {...(tried && name.trim() === '' && { error: '请写上怎么称呼' })}
          />
          <Field
            kind="phone"
            label="他的电话"
            hint="不留电话，办好了就没法告诉他"
            optional
            value={phone}
            onChange={(next) => onChange({ phone: next })}
            {...(tried && phoneWrong && { error: '电话的位数不对，请核对一下' })}
          />
        </>
      )}
      {tried && !whole && who === 'known' && <Notice kind="error" label="请先找到是谁打来的" />}
    </Page>
  )
}

function What({ draft, onBack, onDone, children }: StepProps & { children: ReactNode }) {
  const { typed: call, change: onChange } = draft
  const { text, category } = call
  const flows = useFlows()
  const [tried, setTried] = useState(false)
  const goOn = () => {
    const missing = category === undefined || text.trim() === ''
    setTried(missing)
    if (!missing) onDone()
  }
  return (
    <Page
      wide
      title="他说什么事"
      subtitle={`第 2 步，共 3 步：${nameOf(call)}`}
      action={
        <>
          <Button label="下一步" onTap={goOn} />
          <Button label="上一步" look="quiet" onTap={onBack} />
        </>
      }
    >
      <Field
        kind="lines"
        label="他说的话"
        hint="照他说的写，不用替他改"
        value={text}
        onChange={(next) => onChange({ text: next })}
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
            onChange={(next) => onChange({ category: next })}
          />
        )}
      </Reading>
      {tried && category === undefined && <Notice kind="error" label="请选是哪一类" />}
      {children}
    </Page>
  )
}

type WhereProps = Omit<StepProps, 'onDone'> & { waits: boolean }

function Where({ draft, onBack, waits }: WhereProps) {
  const { typed: call, change: onChange } = draft
  const { who, person, phone, category, text, place, placeName, where, aboutStaff } = call
  const write = useWriteDownCall(draft.key)
  useDropWhenWaiting(write.waiting, draft.drop)
  const flows = useFlows()
  const [tried, setTried] = useState(false)
  const by =
    who === 'known' && person
      ? { forResident: person.id }
      : { caller: { name: nameOf(call), phone: phone === '' ? null : phone } }
  const send = () => {
    setTried(true)
    if (category === undefined || !place || !isExact(place, where)) return
    const sealed = flows.data?.flows.some((flow) => flow.category === category && flow.sealed)
    write.submit(
      {
        ...{ ...by, category, text: text.trim(), photos: filesOf(call.photos) },
        place: { ...place, where: where.trim() },
        ...(aboutStaff !== undefined && { aboutStaff }),
      },
      {
        done: ({ id }) => {
          draft.drop()
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
      title="在哪里"
      subtitle={`第 3 步，共 3 步：${nameOf(call)}`}
      action={
        <>
          <Submitted of={write} />
          {waits && <Notice label="照片还没传完，传完就可以记下" />}
          <Button label="记下" busy={write.busy || write.waiting} off={waits} onTap={send} />
          <Button label="上一步" look="quiet" onTap={onBack} />
        </>
      }
    >
      <Place
        place={place ?? undefined}
        name={placeName}
        where={where}
        missing={tried}
        onChange={onChange}
      >
        <AboutStaff
          place={place ?? undefined}
          forResident={who === 'known' ? person?.id : undefined}
          value={aboutStaff}
          onChange={(id) => onChange({ aboutStaff: id })}
        />
      </Place>
    </Page>
  )
}
