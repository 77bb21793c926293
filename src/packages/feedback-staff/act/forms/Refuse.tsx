import { useState } from 'react'
import { Field } from '@/src/design/Field'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import { View } from '@tarojs/components'
import { useCaseAct } from '@/src/queries/feedbackStaff'
import { Submitted } from '@/src/queries/Submitted'
import { goBack } from '@/src/routes'
import { Words } from '../../components/Words'
import { Form, type FormProps } from '../components/Form'
import { useDraft, useDropWhenWaiting } from '@/src/queries/draft'
import { GoesOn } from '@/src/queries/GoesOn'

/** Not a matter for the centre: why, and where to turn; asked once more before it is said. */
export function Refuse({ one, act }: FormProps) {
  const draft = useDraft({ form: 'act.refuse', thing: one.id }, { words: '', turnTo: '' })
  const { typed, change, drop } = draft
  const { words, turnTo } = typed
  const refuse = useCaseAct('refuse', draft.key)
  useDropWhenWaiting(refuse.waiting, drop)
  const [tried, setTried] = useState(false)
  const [sure, setSure] = useState(false)
  const whole = words.trim() !== '' && turnTo.trim() !== ''
  const send = () =>
    refuse.submit(
      { case: one.id, rev: one.rev, words: words.trim(), turnTo: turnTo.trim() },
      {
        done: () => {
          drop()
          showToast('说了，居民会收到通知')
          goBack()
        },
      },
    )
  return (
    <Form
      one={one}
      act={act}
      of={refuse}
      danger
      onSend={() => {
        setTried(!whole)
        setSure(whole)
      }}
    >
      <GoesOn of={draft} />
      <Words
        label="为什么不归我们管"
        hint="居民会看到。比如：这盏灯归供电局管"
        value={words}
        onChange={(next) => change({ words: next })}
        most={300}
        error={tried && words.trim() === '' ? '请写一句为什么' : undefined}
      />
      <Field
        label="居民可以找谁"
        hint="比如：供电局 95598"
        value={turnTo}
        onChange={(next) => change({ turnTo: next })}
        most={60}
        {...(tried && turnTo.trim() === '' && { error: '请写居民可以找谁，最好有电话' })}
      />
      {sure && (
        <Sheet
          label="这件事就不办了吗？"
          yes={{ label: '是的，告诉居民', danger: true, busy: refuse.busy, onTap: send }}
          onBack={() => setSure(false)}
        >
          <View>居民会收到您写的话，这件事就结束了。</View>
          <Submitted of={refuse} />
        </Sheet>
      )}
    </Form>
  )
}
