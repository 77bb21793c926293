import { View } from '@tarojs/components'
import { useState } from 'react'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { showToast } from '@/src/design/Toast'
import { useCaseAct, useFlows } from '@/src/queries/feedbackStaff'
import { Reading } from '@/src/queries/Reading'
import { goBack, replaceBy } from '@/src/routes'
import { Where, type Spot } from '../../components/Where'
import { Form, type FormProps } from '../components/Form'

/** Another category or building than it was sent under. */
export function Correct({ one, act }: FormProps) {
  const correct = useCaseAct('correct')
  const flows = useFlows()
  const [what, setWhat] = useState<'category' | 'place'>('category')
  const [category, setCategory] = useState(one.categoryId)
  const [spot, setSpot] = useState<Spot | null>({ id: one.node, name: one.place })
  const node = spot?.id ?? one.node
  const [words, setWords] = useState('')
  const [same, setSame] = useState(false)
  const sealed = flows.data?.flows.find((flow) => flow.category === category)?.sealed ?? false
  const changed = what === 'category' ? category !== one.categoryId : node !== one.node
  const send = () => {
    setSame(!changed)
    if (!changed) return
    correct.submit(
      {
        ...{ case: one.id, rev: one.rev, words: words.trim() },
        ...(what === 'category' ? { category } : { place: { node } }),
      },
      {
        done: (after) => {
          // It may be for others only by now.
          const others = what === 'category' ? '调解员' : '那边的同事'
          showToast(after === null ? `交给${others}了` : '改好了')
          if (after === null) replaceBy('casesToDo', {})
          else goBack()
        },
      },
    )
  }
  return (
    <Form one={one} act={act} of={correct} label="改过来" onSend={send}>
      <Choice
        label="改什么"
        options={[
          { value: 'category' as const, label: '类别' },
          { value: 'place' as const, label: '地点' },
        ]}
        value={what}
        onChange={setWhat}
      />
      {what === 'category' ? (
        <Reading of={flows} failed="类别没有打开">
          {({ flows: all }) => (
            <Choice
              label="是哪一类"
              options={all
                .filter(({ retired }) => !retired)
                .map((flow) => ({ value: flow.category, label: flow.name, detail: flow.example }))}
              value={category}
              onChange={setCategory}
            />
          )}
        </Reading>
      ) : (
        <Where value={spot} onChange={setSpot} />
      )}
      {same && !changed && <Notice kind="error" label="还没有改。请选要改成什么" />}
      {sealed && what === 'category' && (
        <Notice kind="warn" label="改成这一类以后，只有调解员看得到内容，您也看不到了" />
      )}
      <Field
        label="为什么改"
        hint="居民会看到"
        optional
        value={words}
        onChange={setWords}
        most={200}
      />
      <View>居民原来选的一直都在，他会看到改了什么。期限按新的重新算。</View>
    </Form>
  )
}
