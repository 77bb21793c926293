import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Empty } from '@/src/design/Empty'
import { Field } from '@/src/design/Field'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Switch } from '@/src/design/Switch'
import type { TypedQuestion } from '../../form'
import type { PartProps } from '../../part'

const mostQuestions = 5

/** What the sign-up asks besides who it is for. */
export function Questions({ form, change, wrong }: PartProps) {
  const { questions } = form
  const set = (at: number, part: Partial<TypedQuestion>) =>
    change({ questions: questions.map((one, i) => (i === at ? { ...one, ...part } : one)) })
  return (
    <>
      {questions.length === 0 && (
        <Empty
          label="不问别的，报名只要点一下"
          detail="有要提前知道的再问，比如：吃不吃辣、带几把椅子。14 岁以下的孩子，会自动问监护人。"
          drawing="bubble"
        />
      )}
      {questions.map(({ label, options, required }, at) => (
        <Card label={`第 ${at + 1} 个问题`} key={at}>
          <Heading label={`第 ${at + 1} 个问题`} />
          <Field
            label={`问题 ${at + 1}`}
            most={40}
            value={label}
            onChange={(typed) => set(at, { label: typed })}
          />
          <Field
            label={`问题 ${at + 1} 的选项`}
            hint="一行一个，最多 8 个。空着就让他自己写"
            kind="lines"
            optional
            most={170}
            value={options}
            onChange={(typed) => set(at, { options: typed })}
          />
          <Switch label="一定要答" on={required} onChange={(on) => set(at, { required: on })} />
          <Button
            label={`去掉问题 ${at + 1}`}
            look="danger"
            onTap={() => change({ questions: questions.filter((_, i) => i !== at) })}
          />
        </Card>
      ))}
      {wrong.questions && <Notice kind="error" label={wrong.questions} />}
      {questions.length < mostQuestions && (
        <Button
          label="加一个问题"
          look="secondary"
          drawing="plus"
          onTap={() =>
            change({ questions: [...questions, { label: '', options: '', required: false }] })
          }
        />
      )}
    </>
  )
}
