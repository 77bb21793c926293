import { View } from '@tarojs/components'
import { now } from '@/src/api/clock'
import { Card } from '@/src/design/Card'
import { Heading } from '@/src/design/Heading'
import { decisionNames, lineNames } from '@/src/words/proposals'
import { daySaid, whenSaid } from '@/src/words/time'
import { dayOf, isDay } from '@/types/shared/day'
import type { DecisionKind, VoiceStep } from '@/types/proposals'

type Step = VoiceStep & { by?: string | null }

/** What was said with a step: a reason, a day, what a meeting came to. */
const said = ({ kind, words }: Step): string => {
  if (words === null) return ''
  if (kind === 'decided') return `：${decisionNames[words as DecisionKind]}`
  if (kind === 'reached' && isDay(words)) return `，${daySaid(words, dayOf(now()))}以前答复`
  return kind === 'merged' ? `《${words}》` : `。${words}`
}

/** What happened so far, in plain words, newest first. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  if (steps.length === 0) return null
  return (
    <Card label="到哪一步了">
      <Heading label="到哪一步了" level={2} />
      {[...steps].reverse().map((step, n) => (
        <View key={`${step.at}-${step.kind}-${n}`}>
          {whenSaid(step.at, now())}，{lineNames[step.kind]}
          {said(step)}
          {step.by ? `（${step.by}）` : ''}
        </View>
      ))}
    </Card>
  )
}
