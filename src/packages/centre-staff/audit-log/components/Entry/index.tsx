import { View } from '@tarojs/components'
import { bringWords, wordsOf } from '@/src/api/words'
import { canteen } from '@/src/api/words/canteen'
import { errands } from '@/src/api/words/errands'
import { feedback } from '@/src/api/words/feedback'
import { haircuts } from '@/src/api/words/haircuts'
import { honours } from '@/src/api/words/honours'
import { projects } from '@/src/api/words/projects'
import { surveys } from '@/src/api/words/surveys'
import { proposals } from '@/src/api/words/proposals'
import { volunteers } from '@/src/api/words/volunteers'
import { votes } from '@/src/api/words/votes'
import type { Contracts } from '@/src/api/call'
import { Tag } from '@/src/design/Tag'
import type { Tone } from '@/src/design/tokens'
import type { AuditEntry } from '@/src/queries/centre'
import { clockSaid } from '@/src/words/time'
import { entrySaid } from '../../acts'
import './index.scss'

// The log tells of acts of every module.
bringWords('canteen', canteen)
bringWords('errands', errands)
bringWords('feedback', feedback)
bringWords('haircuts', haircuts)
bringWords('honours', honours)
bringWords('projects', projects)
bringWords('surveys', surveys)
bringWords('proposals', proposals)
bringWords('volunteers', volunteers)
bringWords('votes', votes)

const states: Readonly<Record<AuditEntry['state'], { label: string; tone: Tone }>> = {
  begun: { label: '正在办', tone: 'gold' },
  done: { label: '办成了', tone: 'pine' },
  refused: { label: '没让办', tone: 'plain' },
  unfinished: { label: '没办完，请查一查', tone: 'brick' },
}

/** One act: when, who, what, to whom, and what came of it. */
export function Entry({ entry }: { entry: AuditEntry }) {
  const { at, actor, subject, procedure, state, code } = entry
  const [module = ''] = procedure.split('.')
  return (
    <View className="audit-entry">
      <View className="audit-entry__when">{clockSaid(at)}</View>
      <View className="audit-entry__words">
        <View className="audit-entry__act">
          {actor} {entrySaid(entry)}
          {subject !== null && `：${subject}`}
        </View>
        {code !== null && (
          <View className="audit-entry__why">{wordsOf(module as keyof Contracts, code)}</View>
        )}
      </View>
      <Tag {...states[state]} />
    </View>
  )
}
