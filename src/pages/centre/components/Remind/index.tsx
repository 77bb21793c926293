import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Notice } from '@/src/design/Notice'
import { askToSubscribe } from '@/src/platform/subscribe'
import type { Occasion } from '@/types/notices'
import { useRecordConsent, useTemplates } from '@/src/queries/notices'
import { Submitted } from '@/src/queries/Submitted'

/** Asks, after something is done and never before, whether WeChat may remind. Saying no changes nothing else. */
export function Remind({ after }: { after: Occasion }) {
  const templates = useTemplates(after, { enabled: askToSubscribe !== undefined })
  const consent = useRecordConsent()
  const [answer, setAnswer] = useState<'yes' | 'no'>()
  if (answer === 'yes') return <Notice kind="done" label="好的，到时微信会提醒您" />
  if (answer === 'no') return <Notice label="没关系，有事也会写在“消息”里" />
  const asked = [...new Set(templates.data?.items.map(({ template }) => template))]
  const ask = askToSubscribe
  if (!ask || asked.length === 0) return <View>有变化都会写在“消息”里，要紧的会打电话告诉您。</View>
  const tap = () =>
    void ask(asked).then((answers) => {
      if (answers.some(({ accepted }) => accepted))
        consent.submit({ answers }, { done: () => setAnswer('yes') })
      else setAnswer('no')
    })
  return (
    <>
      <Submitted of={consent} />
      <Button
        label="用微信提醒我"
        look="secondary"
        drawing="bell"
        busy={consent.busy || consent.waiting}
        onTap={tap}
      />
    </>
  )
}
