import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import type { ActivityDetail } from '@/types/activities'

type QuestionsProps = {
  questions: ActivityDetail['questions']
  answers: readonly string[]
  onChange: (answers: string[]) => void
  /** The question whose answer is missing. */
  missing: number | undefined
}

const longestAnswer = 100

/** What the activity asks besides who comes. */
export function Questions({ questions, answers, onChange, missing }: QuestionsProps) {
  const answer = (number: number, text: string) =>
    onChange(questions.map((_, at) => (at === number ? text : (answers[at] ?? ''))))
  return (
    <>
      {questions.map(({ label, options, required }, number) => {
        const value = answers[number] ?? ''
        const wrong = missing === number && value === ''
        if (options.length === 0)
          return (
            <Field
              key={label}
              label={label}
              value={value}
              most={longestAnswer}
              optional={!required}
              onChange={(text) => answer(number, text)}
              {...(wrong && { error: '这一项要填，写几个字就行' })}
            />
          )
        return (
          <Choice
            key={label}
            label={required ? label : `${label}（可不选）`}
            options={options.map((option) => ({ value: option, label: option }))}
            value={value || undefined}
            onChange={(text) => answer(number, text)}
            {...(wrong && { hint: '这一项要选一个' })}
          />
        )
      })}
      {missing !== undefined && (answers[missing] ?? '') === '' && (
        <Notice kind="error" label={`“${questions[missing]?.label ?? ''}”还没有填`} />
      )}
    </>
  )
}
