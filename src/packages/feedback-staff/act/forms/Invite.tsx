import { View } from '@tarojs/components'
import { useState } from 'react'
import { Field } from '@/src/design/Field'
import { showToast } from '@/src/design/Toast'
import { useCaseAct } from '@/src/queries/feedbackStaff'
import { goBack } from '@/src/routes'
import { instantOf } from '@/types/shared/day'
import { Form, type FormProps } from '../components/Form'

/** When and where to look at it on site. */
export function Invite({ one, act }: FormProps) {
  const invite = useCaseAct('invite')
  const [day, setDay] = useState('')
  const [time, setTime] = useState('')
  const [where, setWhere] = useState([one.place, one.where].filter(Boolean).join(' ').slice(0, 40))
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const send = () => {
    const whole = day !== '' && time !== '' && where.trim() !== ''
    setTried(!whole)
    if (!whole) return
    invite.submit(
      {
        ...{ case: one.id, rev: one.rev, at: instantOf(day, time) },
        ...{ where: where.trim(), words: words.trim() },
      },
      {
        done: () => {
          showToast('请了，居民会收到通知')
          goBack()
        },
      },
    )
  }
  return (
    <Form one={one} act={act} of={invite} label="发出邀请" onSend={send}>
      <Field
        kind="date"
        label="哪一天"
        hint="30 天以内"
        value={day}
        onChange={setDay}
        {...(tried && day === '' && { error: '请写全年、月、日' })}
      />
      <Field
        kind="time"
        label="几点"
        value={time}
        onChange={setTime}
        {...(tried && time === '' && { error: '请写全几点几分' })}
      />
      <Field
        label="在哪儿见"
        value={where}
        onChange={setWhere}
        most={40}
        {...(tried && where.trim() === '' && { error: '请写在哪儿见' })}
      />
      <Field label="跟居民说一句" optional value={words} onChange={setWords} most={200} />
      <View>反映的人和也遇到的人都会收到通知。见面以前不会算过期。</View>
    </Form>
  )
}
