import { useState } from 'react'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Stepper } from '@/src/design/Stepper'
import { Switch } from '@/src/design/Switch'
import type { SurveyQuestion } from '@/types/surveys'
import { fitted, linesOf, namedFrom } from '../../../writing'

type DetailsProps = { question: SurveyQuestion; onChange: (question: SurveyQuestion) => void }

/** What can be answered: options a line each, the ends of a scale, the rows and columns of a table. */
export function Details({ question, onChange }: DetailsProps) {
  const [first, setFirst] = useState(() => {
    if (question.kind === 'matrix') return linesOf(question.rows)
    return 'options' in question ? linesOf(question.options) : ''
  })
  const [columns, setColumns] = useState(() =>
    question.kind === 'matrix' ? linesOf(question.columns) : '',
  )
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return (
        <>
          <Field
            label="选项"
            kind="lines"
            hint="一行写一个，最多 12 个"
            value={first}
            onChange={(text) => {
              setFirst(text)
              const options = namedFrom(text, question.options, 'o').slice(0, 12)
              onChange(
                question.kind === 'single' ? { ...question, options } : { ...question, options },
              )
            }}
          />
          <Switch
            label="加一个“其他”"
            detail="选了可以自己写"
            on={question.other}
            onChange={(other) =>
              onChange(question.kind === 'single' ? { ...question, other } : { ...question, other })
            }
          />
          {question.kind === 'multiple' && <Bounds question={question} onChange={onChange} />}
        </>
      )
    case 'scale':
      return (
        <>
          <Choice
            label="从几分起"
            options={[
              { value: '0', label: '0 分' },
              { value: '1', label: '1 分' },
            ]}
            value={String(question.from)}
            onChange={(value) => onChange({ ...question, from: Number(value) })}
          />
          <Stepper
            label="到几分"
            unit="分"
            least={2}
            most={10}
            value={question.to}
            onChange={(to) => onChange({ ...question, to })}
          />
          <Field
            label="最低分是什么意思"
            most={10}
            value={question.low}
            onChange={(low) => onChange({ ...question, low })}
          />
          <Field
            label="最高分是什么意思"
            most={10}
            value={question.high}
            onChange={(high) => onChange({ ...question, high })}
          />
        </>
      )
    case 'matrix':
      return (
        <>
          <Field
            label="问哪几样"
            kind="lines"
            hint="一行写一样，最多 10 样"
            value={first}
            onChange={(text) => {
              setFirst(text)
              onChange({ ...question, rows: namedFrom(text, question.rows, 'r').slice(0, 10) })
            }}
          />
          <Field
            label="每样选什么"
            kind="lines"
            hint="一行写一个，最多 6 个，比如：满意、一般、不满意"
            value={columns}
            onChange={(text) => {
              setColumns(text)
              onChange({ ...question, columns: namedFrom(text, question.columns, 'c').slice(0, 6) })
            }}
          />
        </>
      )
    case 'text':
      return null
  }
}

type BoundsProps = {
  question: Extract<SurveyQuestion, { kind: 'multiple' }>
  onChange: (question: SurveyQuestion) => void
}

function Bounds({ question, onChange }: BoundsProps) {
  const all = Math.max(1, question.options.length + (question.other ? 1 : 0))
  const most = Math.min(question.most, all)
  return (
    <>
      <Stepper
        label="至少选几个"
        unit="个"
        most={most}
        value={Math.min(question.least, most)}
        onChange={(least) => onChange(fitted({ ...question, least }))}
      />
      <Stepper
        label="最多选几个"
        unit="个"
        least={1}
        most={all}
        value={most}
        onChange={(next) => onChange(fitted({ ...question, most: next }))}
      />
    </>
  )
}
