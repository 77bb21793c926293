import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { settle } from '@/domain/surveys/answers'
import { pagesOf } from '@/domain/surveys/pages'
import { Button } from '@/src/design/Button'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { useMode } from '@/src/design/mode'
import { toTop } from '@/src/platform/toTop'
import { placeSaid } from '@/src/words/surveys'
import { mostOnPage } from '@/types/shared/surveyLimits'
import type { SurveyAnswers, SurveyQuestion } from '@/types/surveys'
import { Asked } from '../Asked'

type FillingProps = {
  title: string
  /** Whom it is for, where that is somebody else. */
  subtitle?: string
  cachedAt?: string | undefined
  questions: readonly SurveyQuestion[]
  answers: SurveyAnswers
  onChange: (answers: SurveyAnswers) => void
  /** Above the first questions: what it is about. */
  children?: ReactNode
  /** The last button, and what became of it. */
  send: { label: string; busy?: boolean; onSend: (answers: SurveyAnswers) => void }
  sent?: ReactNode
}

const missingSaid = (question: SurveyQuestion): string => {
  switch (question.kind) {
    case 'matrix':
      return '请每一行都选一个'
    case 'text':
      return '请写一写'
    case 'multiple':
      return '请至少选一个；选了“其他”的请写一写'
    default:
      return '请选一个；选了“其他”的请写一写'
  }
}

const wrongSaid = (question: SurveyQuestion): string =>
  question.kind === 'multiple'
    ? `请选 ${Math.max(question.least, 1)} 到 ${question.most} 个`
    : '请再选一次'

/** A survey, a page of at most five questions at a time, one in 长辈版; nothing is lost on the way back. */
export function Filling({
  title,
  subtitle,
  cachedAt,
  questions,
  answers,
  onChange,
  children,
  send,
  sent,
}: FillingProps) {
  const { mode } = useMode()
  const [at, setAt] = useState(0)
  const [tried, setTried] = useState(false)
  const settled = settle(questions, answers)
  const one = mode === 'elder'
  const pages = pagesOf(settled.asked, one ? 1 : mostOnPage)
  const place = Math.min(at, Math.max(pages.length - 1, 0))
  const page = pages[place] ?? { section: '', questions: [] }
  const numberOf = ({ id }: SurveyQuestion) => questions.findIndex((one) => one.id === id) + 1
  const open = [...settled.missing, ...settled.wrong]
  const isOpen = (question: SurveyQuestion) => open.includes(numberOf(question))
  const last = place === pages.length - 1
  const show = (next: number, trying: boolean) => {
    setAt(next)
    setTried(trying)
    toTop()
  }
  const goOn = () => {
    if (page.questions.some(isOpen)) setTried(true)
    else if (!last) show(place + 1, false)
    else {
      const first = pages.findIndex((each) => each.questions.some(isOpen))
      if (first >= 0) show(first, true)
      else send.onSend(settled.answers)
    }
  }
  const errorOf = (question: SurveyQuestion): string | undefined => {
    if (!tried) return undefined
    if (settled.missing.includes(numberOf(question))) return missingSaid(question)
    return settled.wrong.includes(numberOf(question)) ? wrongSaid(question) : undefined
  }
  return (
    <Page
      title={title}
      subtitle={[subtitle, placeSaid(page.questions.map(numberOf), questions.length)]
        .filter(Boolean)
        .join(' · ')}
      {...(cachedAt !== undefined && { cachedAt })}
      action={
        <>
          {last && sent}
          {tried && page.questions.some(isOpen) && (
            <Notice kind="error" label="还有没填好的，请看标红的地方" />
          )}
          <Button
            label={last ? send.label : one ? '下一题' : '下一页'}
            busy={last && send.busy === true}
            onTap={goOn}
          />
          {place > 0 && (
            <Button
              label={one ? '上一题' : '上一页'}
              look="quiet"
              onTap={() => show(place - 1, false)}
            />
          )}
        </>
      }
    >
      {place === 0 && children}
      {page.section !== '' && <Heading label={page.section} />}
      <View>
        {page.questions.map((question) => {
          const error = errorOf(question)
          return (
            <Asked
              key={question.id}
              question={question}
              number={numberOf(question)}
              answer={answers[question.id]}
              onChange={(answer) => onChange({ ...answers, [question.id]: answer })}
              {...(error !== undefined && { error })}
            />
          )
        })}
      </View>
    </Page>
  )
}
