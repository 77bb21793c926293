import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { showToast } from '@/src/design/Toast'
import { useCaseAct, useFlows } from '@/src/queries/feedbackStaff'
import { Reading } from '@/src/queries/Reading'
import { goBack } from '@/src/routes'
import { Form, type FormProps } from '../components/Form'

interface Part {
  category: string
  name: string
  words: string
}

const mostParts = 5

/** Several things in one message: each is put down with its category and what it is about. */
export function Split({ one, act }: FormProps) {
  const split = useCaseAct('split')
  const flows = useFlows()
  const [parts, setParts] = useState<readonly Part[]>([])
  const [category, setCategory] = useState<string>()
  const [words, setWords] = useState('')
  const [wrong, setWrong] = useState<string>()
  const offered = (flows.data?.flows ?? []).filter(({ retired, sealed }) => !retired && !sealed)
  const add = () => {
    const name = offered.find((flow) => flow.category === category)?.name
    if (category === undefined || name === undefined) return setWrong('请先选这一件是哪一类')
    if (words.trim() === '') return setWrong('请写一句这一件是什么事')
    setWrong(undefined)
    setParts([...parts, { category, name, words: words.trim() }])
    setCategory(undefined)
    setWords('')
  }
  const send = () => {
    if (parts.length < 2) return setWrong('至少要分成两件。请再加一件')
    split.submit(
      {
        ...{ case: one.id, rev: one.rev },
        parts: parts.map(({ category: of, words: about }) => ({ category: of, words: about })),
      },
      {
        done: () => {
          showToast(`分成了 ${parts.length} 件`)
          goBack()
        },
      },
    )
  }
  return (
    <Form
      one={one}
      act={act}
      of={split}
      label={parts.length < 2 ? '分开办' : `分成 ${parts.length} 件办`}
      onSend={send}
    >
      <Card label="居民说的">
        <View>{one.text}</View>
      </Card>
      {parts.map((part, n) => (
        <Card key={n} label={`第 ${n + 1} 件，${part.name}，${part.words}`}>
          <View>
            第 {n + 1} 件：{part.name} · {part.words}
          </View>
          <Button
            label="不要这一件"
            fuller={`不要这一件，第 ${n + 1} 件`}
            look="quiet"
            onTap={() => setParts(parts.filter((_, at) => at !== n))}
          />
        </Card>
      ))}
      {wrong !== undefined && <Notice kind="error" label={wrong} />}
      {parts.length < mostParts && (
        <>
          <Reading of={flows} failed="类别没有打开">
            {() => (
              <Choice
                label={`第 ${parts.length + 1} 件是哪一类`}
                options={offered.map((flow) => ({ value: flow.category, label: flow.name }))}
                value={category}
                onChange={setCategory}
              />
            )}
          </Reading>
          <Field
            label="这一件是什么事"
            hint="原来的话一直都在，这里写这一件办什么"
            value={words}
            onChange={setWords}
            most={200}
          />
          <Button label="加上这一件" look="secondary" drawing="plus" onTap={add} />
        </>
      )}
    </Form>
  )
}
