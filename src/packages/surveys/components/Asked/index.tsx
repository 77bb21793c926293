import { View } from '@tarojs/components'
import { Choice, type Option } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { mostOther, mostWords, otherOption } from '@/types/shared/surveyLimits'
import type { SurveyAnswer, SurveyQuestion } from '@/types/surveys'

type AskedProps = {
  question: SurveyQuestion
  /** Its place in the whole survey, from 1. */
  number: number
  answer: SurveyAnswer | undefined
  onChange: (answer: SurveyAnswer) => void
  /** What is wrong with the answer, once somebody tried to go on. */
  error?: string
}

/** One question with what can be answered to it. */
export function Asked({ question, number, answer, onChange, error }: AskedProps) {
  const title = `${number}. ${question.words}${question.required ? '' : '（可不填）'}`
  return (
    <View>
      <Answering question={question} title={title} answer={answer} onChange={onChange} />
      {error !== undefined && <Notice kind="error" label={error} />}
    </View>
  )
}

type AnsweringProps = Pick<AskedProps, 'question' | 'answer' | 'onChange'> & { title: string }

const withOther = (
  question: Extract<SurveyQuestion, { kind: 'single' | 'multiple' }>,
): Option<string>[] => [
  ...question.options.map(({ id, words }) => ({ value: id, label: words })),
  ...(question.other ? [{ value: otherOption, label: '其他', detail: '选了请写一写' }] : []),
]

function Answering({ question, title, answer, onChange }: AnsweringProps) {
  const hint = question.hint === '' ? {} : { hint: question.hint }
  switch (question.kind) {
    case 'single': {
      const said = answer?.kind === 'single' ? answer : undefined
      return (
        <>
          <Choice
            label={title}
            {...hint}
            options={withOther(question)}
            value={said?.option}
            onChange={(option) => onChange({ kind: 'single', option, other: said?.other ?? '' })}
          />
          {said?.option === otherOption && (
            <Field
              label="其他是什么"
              most={mostOther}
              value={said.other ?? ''}
              onChange={(other) => onChange({ ...said, other })}
            />
          )}
        </>
      )
    }
    case 'multiple': {
      const said = answer?.kind === 'multiple' ? answer : undefined
      const chosen = said?.options ?? []
      const { most, least } = question
      const many = question.options.length + (question.other ? 1 : 0)
      const bounds = [
        least > 1 && `至少选 ${least} 个`,
        most < many ? `最多选 ${most} 个` : '可以选好几个',
      ]
      return (
        <>
          <Choice
            many
            label={title}
            hint={[question.hint, ...bounds].filter(Boolean).join('，')}
            options={withOther(question).map((option) => ({
              ...option,
              off: chosen.length >= most && !chosen.includes(option.value),
            }))}
            value={chosen}
            onChange={(options) =>
              onChange({ kind: 'multiple', options, other: said?.other ?? '' })
            }
          />
          {chosen.includes(otherOption) && said && (
            <Field
              label="其他是什么"
              most={mostOther}
              value={said.other ?? ''}
              onChange={(other) => onChange({ ...said, other })}
            />
          )}
        </>
      )
    }
    case 'scale': {
      const { from, to, low, high } = question
      const ends: Readonly<Record<number, string>> = { [from]: low, [to]: high }
      return (
        <Choice
          label={title}
          {...hint}
          options={Array.from({ length: to - from + 1 }, (_, n) => {
            const value = from + n
            return {
              value: String(value),
              label: [`${value} 分`, ends[value]].filter(Boolean).join(' '),
            }
          })}
          value={answer?.kind === 'scale' ? String(answer.value) : undefined}
          onChange={(value) => onChange({ kind: 'scale', value: Number(value) })}
        />
      )
    }
    case 'text':
      return (
        <Field
          kind="lines"
          label={title}
          hint={question.hint || '不要写名字、电话和门牌'}
          most={mostWords}
          value={answer?.kind === 'text' ? answer.text : ''}
          onChange={(text) => onChange({ kind: 'text', text })}
        />
      )
    case 'matrix': {
      const cells = answer?.kind === 'matrix' ? answer.cells : {}
      return (
        <>
          <Heading label={title} />
          {question.hint !== '' && <View>{question.hint}</View>}
          {question.rows.map((row) => (
            <Choice
              key={row.id}
              label={row.words}
              options={question.columns.map(({ id, words }) => ({ value: id, label: words }))}
              value={cells[row.id]}
              onChange={(column) =>
                onChange({ kind: 'matrix', cells: { ...cells, [row.id]: column } })
              }
            />
          ))}
        </>
      )
    }
  }
}
