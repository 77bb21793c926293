import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '@/src/design/Card'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { showToast } from '@/src/design/Toast'
import { useCaseAct } from '@/src/queries/feedbackStaff'
import { goBack } from '@/src/routes'
import { Form, type FormProps } from '../components/Form'

/** Words that WeChat could not judge: staff say whether it goes on. */
export function Release({ one, act }: FormProps) {
  const release = useCaseAct('release')
  const [through, setThrough] = useState<'yes' | 'no'>('yes')
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const missing = through === 'no' && words.trim() === ''
  const send = () => {
    setTried(missing)
    if (missing) return
    release.submit(
      { case: one.id, rev: one.rev, through: through === 'yes', words: words.trim() },
      {
        done: () => {
          showToast(through === 'yes' ? '可以办了' : '没有通过，居民会收到通知')
          goBack()
        },
      },
    )
  }
  return (
    <Form one={one} act={act} of={release} label="就这样" onSend={send}>
      <Card label="居民说的">
        <View>{one.text}</View>
      </Card>
      <View>微信拿不准这段话合不合适，请您看一看。</View>
      <Choice
        label="能不能办"
        options={[
          { value: 'yes' as const, label: '可以办', detail: '期限从现在算' },
          { value: 'no' as const, label: '不合适', detail: '这件事就结束了，居民会看到原因' },
        ]}
        value={through}
        onChange={setThrough}
      />
      {through === 'no' && (
        <Field
          label="为什么"
          hint="比如：请不要骂人，改一改再说"
          value={words}
          onChange={setWords}
          most={200}
          {...(tried && missing && { error: '请写一句为什么' })}
        />
      )}
    </Form>
  )
}
