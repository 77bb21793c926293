import { View } from '@tarojs/components'
import { useState } from 'react'
import { Field } from '@/src/design/Field'
import { showToast } from '@/src/design/Toast'
import { useCaseAct } from '@/src/queries/feedbackStaff'
import { goBack } from '@/src/routes'
import { Form, type FormProps } from '../components/Form'
import { useDraft, useDropWhenWaiting } from '@/src/queries/draft'
import { GoesOn } from '@/src/queries/GoesOn'

/** To the level above, or back to the one below, with why. */
export function Move({ one, act }: FormProps) {
  const draft = useDraft({ form: `act.${act}`, thing: one.id }, { words: '' })
  const { typed, change, drop } = draft
  const { words } = typed
  const move = useCaseAct('handOver', draft.key)
  useDropWhenWaiting(move.waiting, drop)
  const [tried, setTried] = useState(false)
  const said = words.trim()
  const way = act === 'rise' ? 'above' : 'below'
  const send = () => {
    setTried(said === '')
    if (said === '') return
    move.submit(
      { case: one.id, rev: one.rev, to: { way }, words: said },
      {
        done: () => {
          drop()
          showToast(way === 'above' ? '交给上一级了' : '退回下一级了')
          goBack()
        },
      },
    )
  }
  return (
    <Form one={one} act={act} of={move} onSend={send}>
      <GoesOn of={draft} />
      <Field
        kind="lines"
        label="为什么"
        hint="居民会看到。比如：要社区跟物业一起商量"
        value={words}
        onChange={(next) => change({ words: next })}
        most={200}
        {...(tried && said === '' && { error: '请写一句为什么' })}
      />
      <View>那一级管这个地方的人会收到通知，期限从现在重新算。</View>
    </Form>
  )
}
