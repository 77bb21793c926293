import { View } from '@tarojs/components'
import { useState } from 'react'
import { now } from '@/src/api/clock'
import { wordsOf } from '@/src/api/words'
import { Button } from '@/src/design/Button'
import { Notice } from '@/src/design/Notice'
import { forgetRefusedScan, useRefusedScans, type RefusedScan } from '@/src/queries/scans'
import { answerSaid } from '@/src/words/surveys'
import { whenSaid } from '@/src/words/time'
import type { SurveyQuestion } from '@/types/surveys'

type KeptProps = {
  survey: string
  questions: readonly SurveyQuestion[]
  /** How many wait on this phone for the network. */
  waiting: number
}

/** What waits on this phone, and what was turned down when it arrived: it stays until somebody has looked at it. */
export function KeptAnswers({ survey, questions, waiting }: KeptProps) {
  const refused = useRefusedScans('surveyAnswer').filter(({ input }) => input.survey === survey)
  const visits = useRefusedScans('surveyVisit').filter(({ input }) => input.survey === survey)
  return (
    <>
      {waiting > 0 && (
        <Notice kind="warn" label={`有 ${waiting} 份还在这部手机里，连上网自动交上去`}>
          没交上去以前，请不要换手机，也不要删掉微信。
        </Notice>
      )}
      {refused.map((one) => (
        <Refused key={one.nonce} of={one} questions={questions} />
      ))}
      {visits.map(({ nonce, code, data, scannedAt }) => (
        <Notice
          key={nonce}
          kind="error"
          label={`${whenSaid(scannedAt, now())} 记的一次入户没有记上：${wordsOf('surveys', code, data, 'visit')}`}
        >
          <Button label="知道了" look="quiet" onTap={() => forgetRefusedScan(nonce)} />
        </Notice>
      ))}
    </>
  )
}

type RefusedProps = { of: RefusedScan<'surveyAnswer'>; questions: readonly SurveyQuestion[] }

function Refused({ of, questions }: RefusedProps) {
  const [open, setOpen] = useState(false)
  const { nonce, code, data, scannedAt, input } = of
  return (
    <Notice
      kind="error"
      label={`${whenSaid(scannedAt, now())} 填的一份没有交上：${wordsOf('surveys', code, data, 'answerAtDoor')}`}
    >
      {open &&
        questions.map((question, i) => {
          const answer = input.answers[question.id]
          return (
            answer && (
              <View key={question.id}>
                {`${i + 1}. ${question.words}：${answerSaid(question, answer)}`}
              </View>
            )
          )
        })}
      <Button label={open ? '收起来' : '看看填了什么'} look="quiet" onTap={() => setOpen(!open)} />
      <Button label="知道了，去掉这一份" look="quiet" onTap={() => forgetRefusedScan(nonce)} />
    </Notice>
  )
}
