import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { CallError } from '@/src/api/call'
import { now } from '@/src/api/clock'
import { wrongField } from '@/src/api/wrongField'
import { Button } from '@/src/design/Button'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { SignIn } from '@/src/pages/residents/components/SignIn'
import { useActivity, useSignUp } from '@/src/queries/activities'
import { Reading } from '@/src/queries/Reading'
import { Submitted } from '@/src/queries/Submitted'
import { useMe } from '@/src/queries/residents'
import { toTop } from '@/src/platform/toTop'
import { goBack } from '@/src/routes'
import { whenNextSaid } from '@/src/words/activities'
import type { ActivityDetail, Registration } from '@/types/activities'
import { SignedUp } from '../components/SignedUp'
import { candidates, verb } from '../signing'
import { GuardianFields, type Guardian } from './components/GuardianFields'
import { Questions } from './components/Questions'
import { Who } from './components/Who'

/** Signing up where one tap is not enough: a first name, a choice of person, questions, a guardian's details. */
export default function SignUp() {
  const { activity: id = '', forResident } = useRouter().params
  const reading = useActivity(id, forResident)
  const [done, setDone] = useState<Registration>()
  if (done)
    return (
      <SignedUp registration={done} self={isSelf(reading.data, done.person.id)} onClose={goBack} />
    )
  const { data } = reading
  if (data === undefined)
    return (
      <Page title="报名">
        <Reading of={reading} failed="报名没有打开">
          {() => null}
        </Reading>
      </Page>
    )
  const finish = (registration: Registration) => {
    setDone(registration)
    toTop()
  }
  return <Form activity={data} onDone={finish} />
}

/** Nobody known yet means that whoever just signed in did it for themselves. */
const isSelf = (activity: ActivityDetail | undefined, person: string): boolean =>
  activity?.family.find((member) => member.id === person)?.self ?? true

type FormProps = {
  activity: ActivityDetail
  onDone: (registration: Registration) => void
}

type Step = 'who' | 'questions' | 'guardian'

const guardianFields = ['emergencyName', 'emergencyPhone', 'mayCollect'] as const

/** The field of the guardian's part that an `InvalidInput` names. */
const wrongGuardian = (error: CallError | null): keyof Guardian | undefined =>
  guardianFields.find((name) => wrongField(error) === `guardian.${name}`)

function Form({ activity, onDone }: FormProps) {
  const { id, title, family, questions } = activity
  const me = useMe().data?.person
  const signUp = useSignUp()
  const able = candidates(activity, now())
  const [chosen, setChosen] = useState<string>()
  const [at, setAt] = useState(0)
  const [answers, setAnswers] = useState<string[]>([])
  const [missing, setMissing] = useState<number>()
  const [typed, setTyped] = useState<Guardian>()
  const [guardianAsked, setGuardianAsked] = useState(false)

  const person = able.find((member) => member.id === chosen) ?? able[0]
  const guardian = typed ?? {
    emergencyName: me?.name ?? '',
    emergencyPhone: me?.phone ?? '',
    mayCollect: me?.name ?? '',
  }
  const asksGuardian = guardianAsked || person?.needsGuardian === true
  const steps: Step[] = [
    ...(family.length > 1 || able.length === 0 ? (['who'] as const) : []),
    ...(questions.length > 0 ? (['questions'] as const) : []),
    ...(asksGuardian ? (['guardian'] as const) : []),
  ]
  const step = steps[Math.min(at, steps.length - 1)]
  const last = step === undefined || step === steps[steps.length - 1]
  const busy = signUp.busy || signUp.waiting

  const send = (member: { id: string; self: boolean } | undefined) =>
    signUp.submit(
      {
        activity: id,
        ...(member && !member.self && { forResident: member.id }),
        ...(questions.length > 0 && { answers: questions.map((_, n) => answers[n] ?? '') }),
        ...(asksGuardian && { guardian }),
      },
      {
        done: onDone,
        failed: ({ code, data }) => {
          if (code === 'AnswerNeeded') {
            setMissing(Number(data?.question))
            setAt(steps.indexOf('questions'))
          }
          if (code === 'GuardianNeeded') {
            setGuardianAsked(true)
            setAt(steps.length)
          }
        },
      },
    )

  if (family.length === 0)
    return (
      <Page title={title} subtitle={whenNextSaid(activity, now())}>
        <Submitted of={signUp} />
        <SignIn
          label="报名要登记您的名字"
          goOn={questions.length > 0 ? '下一步' : verb(activity)}
          busy={busy}
          onDone={() => {
            if (questions.length === 0) send(undefined)
          }}
        />
      </Page>
    )

  const goOn = () => {
    const unanswered = questions.findIndex(
      ({ required }, number) => required && !answers[number]?.trim(),
    )
    if (step === 'questions' && unanswered >= 0) return setMissing(unanswered)
    if (last) return send(person)
    setAt(at + 1)
  }
  const label = last
    ? person && !person.self
      ? `替${person.name}${verb(activity)}`
      : verb(activity)
    : '下一步'
  const wrong = wrongGuardian(signUp.error)
  return (
    <Page
      title={title}
      subtitle={[
        whenNextSaid(activity, now()),
        steps.length > 1 && `第 ${steps.indexOf(step ?? 'who') + 1} 步，共 ${steps.length} 步`,
      ]
        .filter(Boolean)
        .join(' · ')}
      action={
        <>
          {wrong === undefined && <Submitted of={signUp} />}
          <Button label={label} busy={busy} off={person === undefined} onTap={goOn} />
          {at > 0 && <Button label="上一步" look="quiet" onTap={() => setAt(at - 1)} />}
        </>
      }
    >
      {step === 'who' && (
        <Who
          family={family}
          able={new Set(able.map((member) => member.id))}
          value={person?.id}
          onChange={setChosen}
        />
      )}
      {step === 'questions' && (
        <Questions
          questions={questions}
          answers={answers}
          onChange={setAnswers}
          missing={missing}
        />
      )}
      {step === 'guardian' && (
        <>
          <Notice label={`${person?.name ?? '孩子'}不满 14 岁，请留下大人的电话`}>
            只给这次活动的老师看，活动结束半年后删掉。
          </Notice>
          <GuardianFields value={guardian} onChange={setTyped} wrong={wrong} />
        </>
      )}
    </Page>
  )
}
