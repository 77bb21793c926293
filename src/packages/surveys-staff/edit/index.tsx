import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { now, today } from '@/src/api/clock'
import { wrongField } from '@/src/api/wrongField'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Switch } from '@/src/design/Switch'
import { showToast } from '@/src/design/Toast'
import { toTop } from '@/src/platform/toTop'
import { usePublishers } from '@/src/queries/publishers'
import { Reading } from '@/src/queries/Reading'
import { useHolds, useMe } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { useSaveSurvey, useSurveyDraft } from '@/src/queries/surveysStaff'
import { goBack, replaceBy } from '@/src/routes'
import { tagNames } from '@/src/words/activities'
import { addDays, dayOf, instantOf, timeOf, type Instant } from '@/types/shared/day'
import type { AudienceTag } from '@/types/residents'
import type { SurveyDraft, SurveyWhole } from '@/types/surveys'
import { useDraft, useDropWhenWaiting } from '@/src/queries/draft'
import { GoesOn } from '@/src/queries/GoesOn'

/** A new survey, one copied from another (`copy`), or what a survey is besides its questions (`survey`). */
export default function SurveyEdit() {
  const { survey, copy } = useRouter().params
  const reading = useSurveyDraft(survey ?? copy)
  const me = useMe().data
  const { nodes } = usePublishers()
  const first = nodes[0]?.id
  if (me && (survey ?? copy) === undefined && first !== undefined)
    return <Form draft={emptyDraft(first)} />
  if (me && reading.data)
    return survey === undefined ? (
      <Form draft={copied(reading.data.draft)} copy={copy} />
    ) : (
      <Form draft={reading.data.draft} known={reading.data} />
    )
  return (
    <Page title="写问卷" action={<Button label="返回" look="quiet" onTap={goBack} />}>
      <Reading of={reading} failed="问卷没有打开">
        {() => null}
      </Reading>
    </Page>
  )
}

/** Time for people to answer, unless said otherwise. */
const usualDays = 7
const usualEnd = '20:00'

const emptyDraft = (node: string): SurveyDraft => ({
  title: '',
  about: '',
  target: { node, fromAge: null, toAge: null, tags: [] },
  per: 'person',
  anonymous: false,
  mayChange: false,
  opens: now(),
  closes: instantOf(addDays(today(), usualDays), usualEnd),
  questions: [],
})

const copied = (draft: SurveyDraft): SurveyDraft => ({
  ...draft,
  title: `${draft.title}（新）`.slice(0, 30),
  opens: now(),
  closes: instantOf(addDays(today(), usualDays), usualEnd),
})

const steps = ['what', 'who', 'how', 'when'] as const
type Step = (typeof steps)[number]

const titles: Readonly<Record<Step, string>> = {
  what: '问什么',
  who: '给谁填',
  how: '怎么填',
  when: '什么时候填',
}

const pers = [
  { value: 'person' as const, label: '每人一份', detail: '一个人只能填一次' },
  { value: 'household' as const, label: '每户一份', detail: '家里有一个人填了就行' },
]

const allTags = Object.keys(tagNames) as AudienceTag[]

const numberOf = (typed: string): number | null => (typed === '' ? null : Number(typed))
const wrongAge = (age: number | null) => age !== null && age > 120

interface Moment {
  day: string
  time: string
}

const shownOf = (begin: Instant | null, typed: Moment | null): Moment =>
  typed ?? (begin === null ? { day: '', time: '' } : { day: dayOf(begin), time: timeOf(begin) })

/** What is as it was stays to the second. */
const momentOf = (begin: Instant | null, typed: Moment | null): Instant | null => {
  if (typed === null) return begin
  if (typed.day === '' || typed.time === '') return null
  const at = instantOf(typed.day, typed.time)
  return begin !== null && Math.abs(begin - at) < 60_000 ? begin : at
}

/** A survey as the form shows it; null of a time that nobody touched. */
const asTyped = ({ title, about, target, per, anonymous, mayChange }: SurveyDraft) => ({
  ...{ title, about, node: target.node, tags: [...target.tags], per, anonymous, mayChange },
  fromAge: String(target.fromAge ?? ''),
  toAge: String(target.toAge ?? ''),
  opens: null as Moment | null,
  closes: null as Moment | null,
})

function Form({
  draft,
  known,
  copy,
}: {
  draft: SurveyDraft
  known?: SurveyWhole
  /** Which survey it is copied from. */
  copy?: string | undefined
}) {
  const [before] = useState(() => asTyped(draft))
  const begun = useDraft(
    { form: known ? 'surveyEdit' : 'surveyNew', thing: known?.id ?? copy },
    before,
  )
  const { typed, change, drop } = begun
  const { title, about, node, fromAge, toAge, tags, per, anonymous, mayChange } = typed
  const save = useSaveSurvey(begun.key)
  useDropWhenWaiting(save.waiting, drop)
  const opens = { at: momentOf(draft.opens, typed.opens), ...shownOf(draft.opens, typed.opens) }
  const closes = {
    at: momentOf(draft.closes, typed.closes),
    ...shownOf(draft.closes, typed.closes),
  }
  const { nodes } = usePublishers()
  const centre = useHolds()('centreStaff')
  const [at, setAt] = useState(0)
  const [tried, setTried] = useState(false)
  const step = steps[at] ?? 'what'
  const fixed = (known?.version ?? 0) > 0
  const from = numberOf(fromAge)
  const to = numberOf(toAge)
  const agesFit = !wrongAge(from) && !wrongAge(to) && (from === null || to === null || from <= to)
  const timesFit = opens.at !== null && closes.at !== null && closes.at > opens.at
  const complete = { what: title.trim() !== '', who: agesFit, how: true, when: timesFit }[step]
  const show = (next: number) => {
    setTried(false)
    setAt(next)
    toTop()
  }
  const send = () =>
    save.submit(
      {
        ...(known && { survey: known.id, rev: known.rev }),
        draft: {
          ...draft,
          title: title.trim(),
          about: about.trim(),
          target: { node, fromAge: from, toAge: to, tags },
          per,
          anonymous,
          mayChange: mayChange && !anonymous,
          opens: opens.at,
          closes: closes.at,
        },
      },
      {
        done: ({ id }) => {
          drop()
          showToast(known ? '改好了' : '存好了，接着写题目')
          if (known) goBack()
          else replaceBy('staffSurvey', { survey: id })
        },
        failed: (error) => {
          if (['draft.title', 'draft.about'].includes(wrongField(error) ?? '')) show(0)
        },
      },
    )
  const goOn = () => {
    if (!complete) setTried(true)
    else if (step === 'when') send()
    else show(at + 1)
  }
  const places = nodes.some(({ id }) => id === node)
    ? nodes
    : [...nodes, { id: node, name: '现在的范围' }]
  return (
    <Page
      wide
      title={titles[step]}
      subtitle={`${known ? '改问卷' : '写问卷'} · 第 ${at + 1} 步，共 ${steps.length} 步`}
      action={
        <>
          <Submitted of={save} />
          <Button
            label={step === 'when' ? '存好' : '下一步'}
            busy={save.busy || save.waiting}
            onTap={goOn}
          />
          {at > 0 && <Button label="上一步" look="quiet" onTap={() => show(at - 1)} />}
        </>
      }
    >
      {step === 'what' && (
        <>
          <GoesOn of={begun} />
          <Field
            label="问卷叫什么"
            hint="比如：社区学院想学什么"
            most={30}
            value={title}
            onChange={(next) => change({ title: next })}
            {...(tried && title.trim() === '' && { error: '请写上名称，最多 30 个字' })}
          />
          <Field
            label="给居民的话"
            kind="lines"
            hint="为什么问、结果做什么用"
            optional
            most={300}
            value={about}
            onChange={(next) => change({ about: next })}
          />
        </>
      )}
      {step === 'who' && (
        <>
          {fixed ? (
            <Notice label="发布过了，给哪里的居民不能再改" />
          ) : (
            <Choice
              label="给哪里的居民"
              options={places.map(({ id, name }) => ({ value: id, label: name }))}
              value={node}
              onChange={(next) => change({ node: next })}
            />
          )}
          <Field
            label="多少岁以上"
            kind="number"
            hint="不限就空着"
            optional
            most={3}
            value={fromAge}
            onChange={(next) => change({ fromAge: next })}
          />
          <Field
            label="多少岁以下"
            kind="number"
            hint="不限就空着，填 59 就是到 59 岁"
            optional
            most={3}
            value={toAge}
            onChange={(next) => change({ toAge: next })}
            {...(tried && !agesFit && { error: '请填 0 到 120 之间的数，小的写上面' })}
          />
          <Choice
            many
            label="只给这些人"
            hint={
              centre
                ? '有一样就算。不选就是都给'
                : '有一样就算。不选就是都给。按残疾、生病、低收入、党员、儿童发的，要中心的人来发'
            }
            options={allTags.map((value) => ({ value, label: tagNames[value] }))}
            value={tags}
            onChange={(next) => change({ tags: next })}
          />
        </>
      )}
      {step === 'how' && (
        <>
          {fixed ? (
            <Notice label="发布过了，按人还是按户、记不记名字不能再改" />
          ) : (
            <>
              <Choice
                label="一份算谁的"
                options={pers}
                value={per}
                onChange={(next) => change({ per: next })}
              />
              <Switch
                label="不记名字"
                detail="只记谁填过了，填了什么谁也对不上；结束以后、满 5 份才出结果"
                on={anonymous}
                onChange={(next) => change({ anonymous: next })}
              />
            </>
          )}
          {anonymous ? (
            <Notice label="不记名字的问卷，交了就认不出是哪一份，所以不能改" />
          ) : (
            <Switch
              label="交了还能改"
              detail="截止以前可以再改，以最后交的为准"
              on={mayChange}
              onChange={(next) => change({ mayChange: next })}
            />
          )}
        </>
      )}
      {step === 'when' && (
        <>
          <Field
            label="哪天开始"
            kind="date"
            value={opens.day}
            onChange={(day) => change({ opens: { day, time: opens.time } })}
          />
          <Field
            label="几点开始"
            kind="time"
            value={opens.time}
            onChange={(time) => change({ opens: { day: opens.day, time } })}
          />
          <Field
            label="哪天截止"
            kind="date"
            value={closes.day}
            onChange={(day) => change({ closes: { day, time: closes.time } })}
          />
          <Field
            label="几点截止"
            kind="time"
            value={closes.time}
            onChange={(time) => change({ closes: { day: closes.day, time } })}
            {...(tried && !timesFit && { error: '截止要在开始之后，请再看看' })}
          />
          <Notice label="开始的时候通知一次，截止前一天再提醒还没填的。夜里不打扰。" />
        </>
      )}
    </Page>
  )
}
