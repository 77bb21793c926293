import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Speak } from '@/src/design/Speak'
import { showToast } from '@/src/design/Toast'
import { Reading } from '@/src/queries/Reading'
import { Submitted } from '@/src/queries/Submitted'
import { useAnswerSurvey, useSurvey } from '@/src/queries/surveys'
import { cachedAt } from '@/src/queries/when'
import { goBack, goTo } from '@/src/routes'
import { namesSaid, surveyAbout } from '@/src/words/surveys'
import { whenSaid } from '@/src/words/time'
import type { SurveyToFill } from '@/types/surveys'
import { Filling } from '../components/Filling'
import { forgetAnswers, useAnswers } from '../kept'

/** Answers a survey, for oneself or for somebody else. */
export default function SurveyFill() {
  const { survey = '', forResident } = useRouter().params
  const reading = useSurvey(survey, forResident)
  const value = reading.data
  const version = value?.survey.version
  const answered = value !== undefined && value.person.given !== null && value.before === null
  useEffect(() => {
    if (answered && version !== undefined) forgetAnswers({ survey, version, forResident })
  }, [answered, survey, version, forResident])
  if (value?.isOpen && !answered) return <Form of={value} cached={cachedAt(reading)} />
  return (
    <Page
      title={value?.survey.title ?? '填问卷'}
      action={<Button label="返回" look="quiet" onTap={goBack} />}
    >
      <Reading of={reading} failed="问卷没有打开">
        {({ person: { given } }) =>
          given ? (
            <Notice kind="done" label="已经填过了，谢谢您">
              {`${whenSaid(given.at, now())}${given.by === '' ? '' : `，${given.by}填的`}。不用再填。`}
            </Notice>
          ) : (
            <Empty
              label="这份问卷现在不能填"
              detail="可能还没开始，或者已经截止了。请返回看看别的。"
              drawing="pen"
            />
          )
        }
      </Reading>
      {reading.error?.code === 'BirthDateNeeded' && (
        <Button
          label="去填出生日期"
          onTap={() =>
            goTo('profileEdit', {
              what: 'birthDate',
              ...(forResident !== undefined && { person: forResident }),
            })
          }
        />
      )}
    </Page>
  )
}

type FormProps = { of: SurveyToFill; cached: string | undefined }

function Form({ of: read, cached }: FormProps) {
  const { forResident } = useRouter().params
  // A version that comes out meanwhile is for those who begin with it.
  const [of] = useState(read)
  const { survey, questions, person, before } = of
  const { typed, change, key, goesOn, drop } = useAnswers(
    { survey: survey.id, version: survey.version, forResident },
    before ?? {},
  )
  const answer = useAnswerSurvey(key)
  const send = (answers: SurveyToFill['before'] & object) =>
    answer.submit(
      {
        survey: survey.id,
        version: survey.version,
        answers,
        ...(forResident !== undefined && { forResident }),
      },
      {
        done: () => {
          drop()
          showToast('交好了，谢谢您')
          goBack()
        },
      },
    )
  const about = `${survey.about}${surveyAbout(survey, now())}。${namesSaid(survey)}`
  return (
    <Filling
      title={survey.title}
      {...(!person.self && { subtitle: `给${person.name}填` })}
      cachedAt={cached}
      questions={questions}
      answers={typed.answers}
      onChange={(answers) => change({ answers })}
      send={{ label: '交上去', busy: answer.busy || answer.waiting, onSend: send }}
      sent={<Submitted of={answer} />}
    >
      {survey.about !== '' && <View>{survey.about}</View>}
      <View>{surveyAbout(survey, now())}</View>
      <Notice label={namesSaid(survey)} />
      {goesOn && <Notice kind="done" label="上次填的还在，接着填就行" />}
      {before !== null && <Notice label="您填过了，改好了再交一次，以最后交的为准" />}
      <Speak label="读给我听" words={about} />
    </Filling>
  )
}
