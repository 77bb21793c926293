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

/** Not a matter for the centre: why, and where to turn; asked once more before it is said. */
export function Refuse({ one, act }: FormProps) {
  const refuse = useCaseAct('refuse')
  const [words, setWords] = useState('')
  const [turnTo, setTurnTo] = useState('')
  const [tried, setTried] = useState(false)
  const [sure, setSure] = useState(false)
  const whole = words.trim() !== '' && turnTo.trim() !== ''
  const send = () =>
    refuse.submit(
      { case: one.id, rev: one.rev, words: words.trim(), turnTo: turnTo.trim() },
      {
        done: () => {
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
      <Words
        label="为什么不归我们管"
        hint="居民会看到。比如：这盏灯归供电局管"
        value={words}
        onChange={setWords}
        most={300}
        error={tried && words.trim() === '' ? '请写一句为什么' : undefined}
      />
      <Field
        label="居民可以找谁"
        hint="比如：供电局 95598"
        value={turnTo}
        onChange={setTurnTo}
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
