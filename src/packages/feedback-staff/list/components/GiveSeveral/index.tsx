import { View } from '@tarojs/components'
import { useState } from 'react'
import { wordsOf } from '@/src/api/words'
import { Button } from '@/src/design/Button'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import { useHandOverSeveral } from '@/src/queries/feedbackStaff'
import { Submitted } from '@/src/queries/Submitted'
import { Colleagues } from '../../../components/Colleagues'

type GiveSeveralProps = { cases: readonly string[]; onDone: () => void }

/** Gives the chosen cases to one colleague; says which were not given, and why. */
export function GiveSeveral({ cases, onDone }: GiveSeveralProps) {
  const give = useHandOverSeveral()
  const [asking, setAsking] = useState(false)
  const [to, setTo] = useState<string>()
  const [words, setWords] = useState('')
  const not = give.value?.not ?? []
  const send = () => {
    if (to === undefined) return
    give.submit(
      { cases: [...cases], to, words: words.trim() },
      {
        done: (value) => {
          showToast(`转交了 ${value.done.length} 件`)
          setAsking(false)
          if (value.not.length === 0) onDone()
        },
      },
    )
  }
  return (
    <>
      {not.length > 0 && (
        <Notice kind="warn" label={`有 ${not.length} 件没有转交`}>
          {not.map(({ case: id, number, code }) => (
            <View key={id}>
              {number ?? '还没有编号'}：{wordsOf('feedback', code)}
            </View>
          ))}
        </Notice>
      )}
      <Button
        label={cases.length === 0 ? '请先选几件' : `把这 ${cases.length} 件转给同事`}
        off={cases.length === 0}
        onTap={() => setAsking(true)}
      />
      <Button label="不转了" look="quiet" onTap={onDone} />
      {asking && (
        <Sheet
          label={`这 ${cases.length} 件转给谁？`}
          yes={{ label: '转给他', busy: give.busy, onTap: send }}
          onBack={() => setAsking(false)}
        >
          <Colleagues cases={cases} value={to} onChange={setTo} />
          <Field label="跟他说一句" optional value={words} onChange={setWords} most={60} />
          <Submitted of={give} />
        </Sheet>
      )}
    </>
  )
}
