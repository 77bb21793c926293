import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Heading } from '@/src/design/Heading'
import { Sheet } from '@/src/design/Sheet'
import { useAnswerActor } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { relationOfActor } from '@/src/words/residents'
import type { Me } from '@/types/residents'

/** Somebody asked to act for me: yes or no, both as large; yes says first what it allows. */
export function Request({ asking }: { asking: Me['askingToAct'][number] }) {
  const [sure, setSure] = useState(false)
  const answer = useAnswerActor()
  const give = (allow: boolean) =>
    answer.submit({ actor: asking.id, allow }, { failed: () => setSure(false) })
  const busy = answer.busy || answer.waiting
  return (
    <Card label={`${asking.name}想替您办事`}>
      <Heading label={`${asking.name}想替您办事`} />
      <View>他说是您的{relationOfActor(asking.relation)}。不认识就点“不同意”。</View>
      <Submitted of={answer} />
      <Button label="同意" look="secondary" busy={busy} onTap={() => setSure(true)} />
      <Button label="不同意" look="quiet" off={busy} onTap={() => give(false)} />
      {sure && (
        <Sheet
          label={`让${asking.name}替您办事吗？`}
          yes={{ label: '让他办', onTap: () => give(true), busy }}
          back="先不让"
          onBack={() => setSure(false)}
        >
          <View>
            他能替您报名、取消、出示会员码，每次都写明是他办的。不能替您投票、注销。您随时可以收回。
          </View>
        </Sheet>
      )}
    </Card>
  )
}
