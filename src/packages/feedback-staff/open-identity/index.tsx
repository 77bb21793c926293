import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { CallButton } from '@/src/design/CallButton'
import { Card } from '@/src/design/Card'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Figure } from '@/src/design/Figure'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { useOpenIdentity } from '@/src/queries/sealedCases'
import { Submitted } from '@/src/queries/Submitted'
import { goBack } from '@/src/routes'

const reasons = [
  { value: 'danger', label: '有人可能有危险', detail: '马上告诉反映的人，您看过了' },
  { value: 'crime', label: '可能有人犯法', detail: '三十天以后告诉反映的人' },
] as const

/** Who an anonymous reporter is: only where somebody is in danger or a crime was done, and they are told of it. */
export default function OpenIdentity() {
  const { case: one = '' } = useRouter().params
  const open = useOpenIdentity()
  const [reason, setReason] = useState<'danger' | 'crime'>()
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const missing = words.trim() === ''
  const send = () => {
    setTried(true)
    if (missing || reason === undefined) return
    open.submit({ case: one, reason, words: words.trim() })
  }
  if (open.value) {
    const { name, phone, byName } = open.value
    return (
      <Page title="是谁反映的" action={<Button label="看完了，返回" onTap={goBack} />}>
        <Card label={`反映的人是${name}`}>
          <Figure
            label="反映的人"
            value={name}
            reason={byName === null ? '他自己发的' : `${byName}替他发的`}
          />
          {phone ? <CallButton label={`打电话给${name}`} phone={phone} /> : <View>没有留电话</View>}
        </Card>
        <Notice kind="warn" label="请不要告诉别人">
          您看过，已经记在操作记录里，也会告诉反映的人。
        </Notice>
      </Page>
    )
  }
  return (
    <Page
      title="看是谁反映的"
      subtitle="他要求不留名字"
      action={
        <>
          <Submitted of={open} />
          <Button label="看是谁，并记下来" look="danger" busy={open.busy} onTap={send} />
          <Button label="不看了，返回" look="secondary" onTap={goBack} />
        </>
      }
    >
      <Notice kind="warn" label="只有人有危险或者有人犯法才能看">
        谁看的、为什么看，会记在操作记录里，也会告诉反映的人。
      </Notice>
      <Choice label="为什么要看" options={reasons} value={reason} onChange={setReason} />
      {tried && reason === undefined && <Notice kind="error" label="请选一个原因" />}
      <Field
        label="是什么情况"
        hint="反映的人会看到这句话"
        most={200}
        value={words}
        onChange={setWords}
        {...(tried && missing && { error: '请写清楚是什么情况' })}
      />
    </Page>
  )
}
