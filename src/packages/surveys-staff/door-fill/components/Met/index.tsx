import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { OutputOf } from '@/src/api/call'
import { now } from '@/src/api/clock'
import { wordsFor } from '@/src/api/words'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Choice } from '@/src/design/Choice'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { Filling } from '@/src/packages/surveys/components/Filling'
import { useAnswers } from '@/src/packages/surveys/kept'
import { scan, useScan, type ScanState } from '@/src/queries/scans'
import { goBack } from '@/src/routes'
import type { Said } from '@/src/words/activities'
import { isOpenAt, namesSaid, outcomeSaid } from '@/src/words/surveys'
import type { AtDoor, VisitOutcome } from '@/types/surveys'

/** Who is met at a door. */
export interface Meeting {
  of: AtDoor
  /** Tells apart what is kept on the phone; null for somebody nobody knows. */
  name: string | null
  label: string
  homeName: string
  said: Said | null
}

type MetProps = { door: OutputOf<'surveys', 'door'>; meeting: Meeting }

const outcomes = (Object.keys(outcomeSaid) as VisitOutcome[]).map((value) => ({
  value,
  label: outcomeSaid[value].choice,
}))

/** Goes back once it was taken, or kept for the network; what was refused stays in sight. */
const useLeaving = (state: ScanState | undefined, done: string, leave: () => void): void => {
  const at = state?.at
  useEffect(() => {
    if (at !== 'answered' && at !== 'kept') return
    showToast(at === 'kept' ? '没有网络，先记在手机里，连上自动交' : done)
    leave()
    // Only what became of it matters, not how the page was drawn meanwhile.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [at])
}

/** Somebody opened, or nobody did. */
export function Met({ door: read, meeting }: MetProps) {
  // What was begun is answered to the questions it began with, whatever is published meanwhile.
  const [door] = useState(read)
  const [filling, setFilling] = useState(false)
  const [outcome, setOutcome] = useState<VisitOutcome>()
  const [nonce, setNonce] = useState<string>()
  const state = useScan('surveyVisit', nonce)
  const { survey } = door
  const { name } = meeting
  const answers = useAnswers(
    name === null ? null : { survey: survey.id, version: survey.version, door: name },
    {},
  )
  useLeaving(state, '记下了', goBack)
  if (filling) return <Form {...{ door, meeting, answers }} onBack={() => setFilling(false)} />
  const send = () => {
    if (outcome !== undefined)
      setNonce(scan('surveyVisit', { survey: survey.id, of: meeting.of, outcome }))
  }
  return (
    <Page
      title={meeting.homeName || meeting.label}
      subtitle={survey.title}
      action={
        <>
          {state?.at === 'refused' && <Notice kind="error" label={wordsFor(state.error)} />}
          <Button label="开始填" off={!isOpenAt(survey, now())} onTap={() => setFilling(true)} />
        </>
      }
    >
      <Card label={meeting.label}>
        <View>{meeting.label}</View>
        {meeting.said && <Tag {...meeting.said} />}
      </Card>
      <Notice label={`请先说一声：${namesSaid(survey)}愿意才填。`} />
      {meeting.of.kind !== 'nobody' && (
        <>
          <Choice label="没有填成" options={outcomes} value={outcome} onChange={setOutcome} />
          {outcome !== undefined && (
            <Button label="记下来" look="secondary" busy={state?.at === 'sending'} onTap={send} />
          )}
        </>
      )}
    </Page>
  )
}

type FormProps = MetProps & {
  answers: ReturnType<typeof useAnswers>
  onBack: () => void
}

function Form({ door, meeting, answers, onBack }: FormProps) {
  const { survey, questions } = door
  const { typed, change, key, goesOn, drop } = answers
  const [nonce, setNonce] = useState<string>()
  const state = useScan('surveyAnswer', nonce)
  useLeaving(state, '交好了', () => {
    drop()
    goBack()
  })
  return (
    <Filling
      title={meeting.homeName || meeting.label}
      questions={questions}
      answers={typed.answers}
      onChange={(given) => change({ answers: given })}
      send={{
        label: '填好了，交上去',
        busy: state?.at === 'sending',
        onSend: (given) =>
          setNonce(
            scan(
              'surveyAnswer',
              { survey: survey.id, version: survey.version, of: meeting.of, answers: given },
              now(),
              key,
            ),
          ),
      }}
      sent={state?.at === 'refused' && <Notice kind="error" label={wordsFor(state.error)} />}
    >
      <View>{meeting.label}</View>
      {goesOn && <Notice kind="done" label="上次填的还在，接着填就行" />}
      <Button label="先不填了" look="quiet" onTap={onBack} />
    </Filling>
  )
}
