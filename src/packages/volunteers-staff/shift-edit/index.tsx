import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { now } from '@/src/api/clock'
import { wrongField } from '@/src/api/wrongField'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Stepper } from '@/src/design/Stepper'
import { showToast } from '@/src/design/Toast'
import { toTop } from '@/src/platform/toTop'
import { Reading } from '@/src/queries/Reading'
import { useMe } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { useSaveShift, useShiftRoster } from '@/src/queries/volunteers'
import { goBack, replaceBy } from '@/src/routes'
import { shiftKinds, shiftWhenSaid } from '@/src/words/volunteers'
import { addDays, dayOf, instantOf, timeOf } from '@/types/shared/day'
import type { Skill } from '@/types/shared/skills'
import type { Carried, Shift, ShiftKind } from '@/types/volunteers'
import { useArrangedNodes } from '../arrangedNodes'
import { Skills } from '../components/Skills'
import { Terms } from '../components/Terms'
import { isPhone, type TermsTyped } from '../components/Terms/typed'
import { WhichMeal } from '../components/WhichMeal'

/** As many as one shift holds. */
const most = 60

const kinds = Object.entries(shiftKinds).map(([value, { label }]) => ({
  value: value as ShiftKind,
  label,
}))

/** What is put right where the time is chosen. */
const whenErrors = ['TimesOutOfOrder', 'ShiftTooLong', 'InPast', 'MoreAreOnIt', 'SomebodyCame']

type Step = 'what' | 'when' | 'terms'

/** A new shift, or changes to one (`shift`). */
export default function ShiftEdit() {
  const { shift } = useRouter().params
  const reading = useShiftRoster(shift)
  const known = useMe().data !== undefined
  if (known && (shift === undefined || reading.data))
    return <Form {...(reading.data && { shift: reading.data.shift })} />
  return (
    <Page wide title="安排一班">
      <Reading of={reading} failed="这一班没有打开">
        {() => null}
      </Reading>
    </Page>
  )
}

function Form({ shift }: { shift?: Shift }) {
  const save = useSaveShift()
  const nodes = useArrangedNodes()
  const follows = shift?.followsService === true
  // Read again under the form, it would not be what was opened.
  const [rev] = useState(shift?.rev)
  const [step, setStep] = useState<Step>('what')
  const [kind, setKind] = useState<ShiftKind>(shift?.kind ?? 'canteenHelper')
  const [title, setTitle] = useState(shift?.title ?? '')
  const [placeName, setPlaceName] = useState(shift?.placeName ?? '')
  const [chosen, setChosen] = useState<string>()
  const [needed, setNeeded] = useState(shift?.needed ?? 2)
  const [day, setDay] = useState(shift ? dayOf(shift.startsAt) : '')
  const [start, setStart] = useState(shift ? timeOf(shift.startsAt) : '')
  const [end, setEnd] = useState(shift ? timeOf(shift.endsAt) : '')
  const [carries, setCarries] = useState<Carried | null | undefined>(
    shift?.kind === 'delivery' ? shift.carries : undefined,
  )
  const [skills, setSkills] = useState<readonly Skill[]>(shift?.skills ?? [])
  const [terms, setTerms] = useState<TermsTyped>({
    bring: shift?.bring ?? '',
    insurance: shift?.insurance ?? '',
    phone: shift?.phone ?? '',
    approveSwaps: shift?.approveSwaps ?? false,
  })
  const [tried, setTried] = useState(false)
  const unchosen = kind === 'delivery' && carries === undefined
  const node = chosen ?? nodes[0]?.value ?? ''
  const show = (next: Step) => {
    setStep(next)
    setTried(false)
    toTop()
  }
  const goOn = () => {
    const complete = title.trim() !== '' && placeName.trim() !== '' && !unchosen
    setTried(!complete)
    if (complete) show('when')
  }
  const goToTerms = () => {
    const timed = start !== '' && end !== '' && end !== start
    const complete = day !== '' && timed
    setTried(!complete)
    if (complete) show('terms')
  }
  const send = () => {
    setTried(!isPhone(terms.phone))
    if (!isPhone(terms.phone)) return
    save.submit(
      {
        ...(shift ? { shift: shift.id } : { node }),
        ...(rev !== undefined && { rev }),
        ...(carries !== undefined && { carries }),
        kind,
        title: title.trim(),
        placeName: placeName.trim(),
        startsAt: instantOf(day, start),
        endsAt: instantOf(end < start ? addDays(day, 1) : day, end),
        needed,
        ...(!follows && {
          skills: [...skills],
          bring: terms.bring.trim(),
          insurance: terms.insurance.trim(),
          phone: terms.phone === '' ? null : terms.phone,
          approveSwaps: terms.approveSwaps,
        }),
      },
      {
        done: (saved) => {
          showToast(shift ? '改好了' : '安排好了，志愿者现在就能看到')
          if (shift) goBack()
          else replaceBy('shiftRoster', { shift: saved.id })
        },
        failed: (error) => {
          const field = wrongField(error)
          if (field === 'title' || field === 'placeName' || error.code === 'NotYourCanteen')
            show('what')
          else if (whenErrors.includes(error.code)) show('when')
        },
      },
    )
  }
  const required = (value: string, words: string) =>
    tried && value.trim() === '' ? { error: words } : {}
  const heading = shift ? '改这一班' : '安排一班'
  const count = (
    <Stepper
      label="要几个人"
      unit="人"
      least={Math.max(1, shift?.confirmed ?? 1)}
      most={most}
      value={needed}
      onChange={setNeeded}
    />
  )
  if (follows)
    return (
      <Page
        wide
        title={heading}
        subtitle={`${shift.title}，${shiftWhenSaid(shift, now())}`}
        action={
          <>
            <Submitted of={save} />
            <Button label="存下来" busy={save.busy || save.waiting} onTap={send} />
            <Button label="返回" look="quiet" onTap={goBack} />
          </>
        }
      >
        <Notice label="时间和地点跟着义剪走">
          要改日子、时间、地点，或者取消，请到“义剪安排”里办，这一班会跟着变。
        </Notice>
        {count}
      </Page>
    )
  if (step === 'what')
    return (
      <Page
        wide
        title={heading}
        subtitle="第 1 步，共 3 步：做什么"
        action={
          <>
            <Submitted of={save} />
            <Button label="下一步" onTap={goOn} />
          </>
        }
      >
        <Choice label="做什么" options={kinds} value={kind} onChange={setKind} />
        <Field
          label="怎么说"
          hint="志愿者看到的，比如：中午食堂帮厨"
          value={title}
          onChange={setTitle}
          most={40}
          {...required(title, '请写一句，比如：中午食堂帮厨')}
        />
        <Field
          label="在哪里"
          value={placeName}
          onChange={setPlaceName}
          most={40}
          {...required(placeName, '请写在哪里集合')}
        />
        {kind === 'delivery' && (
          <WhichMeal
            value={carries}
            error={tried && unchosen ? '请选一下送的是哪一餐' : undefined}
            onChange={setCarries}
          />
        )}
        {!shift && nodes.length > 1 && (
          <Choice label="哪里的班" options={nodes} value={node} onChange={setChosen} />
        )}
      </Page>
    )
  if (step === 'terms')
    return (
      <Page
        wide
        title={heading}
        subtitle="第 3 步，共 3 步：会什么，带什么"
        action={
          <>
            <Submitted of={save} />
            <Button
              label={shift ? '存下来' : '安排好了'}
              busy={save.busy || save.waiting}
              onTap={send}
            />
            <Button label="上一步" look="quiet" onTap={() => show('when')} />
          </>
        }
      >
        <Terms
          value={terms}
          onChange={(part) => setTerms((before) => ({ ...before, ...part }))}
          wrongPhone={tried && !isPhone(terms.phone)}
        />
        <Skills value={skills} onChange={setSkills} />
      </Page>
    )
  return (
    <Page
      wide
      title={heading}
      subtitle="第 2 步，共 3 步：什么时候，要几人"
      action={
        <>
          <Submitted of={save} />
          <Button label="下一步" onTap={goToTerms} />
          <Button label="上一步" look="quiet" onTap={() => show('what')} />
        </>
      }
    >
      <Field
        label="哪一天"
        kind="date"
        value={day}
        onChange={setDay}
        {...required(day, '请写上年、月、日')}
      />
      <Field
        label="几点开始"
        kind="time"
        hint="24 小时制，下午 2 点填 14 点"
        value={start}
        onChange={setStart}
        {...required(start, '请写几点开始')}
      />
      <Field
        label="几点结束"
        kind="time"
        value={end}
        onChange={setEnd}
        {...required(end, '请写几点结束')}
        {...(tried && end !== '' && end === start && { error: '开始和结束不能是同一个时间' })}
      />
      {end !== '' && end < start && <Notice label={`到第二天 ${end} 结束`} />}
      {count}
    </Page>
  )
}
