import { View } from '@tarojs/components'
import { now } from '@/src/api/clock'
import { Card } from '@/src/design/Card'
import { Figure } from '@/src/design/Figure'
import { Tag } from '@/src/design/Tag'
import { audienceSaid, signUpSaid } from '@/src/words/activities'
import { daySaid, spanSaid } from '@/src/words/time'
import type { ActivityDetail } from '@/types/activities'
import { dayOf } from '@/types/shared/day'

/** When, where, for whom, and whether there is a place: the large things of the page. */
export function Facts({ activity }: { activity: ActivityDetail }) {
  const { startsAt, sessionTimes, placeName, nodeName, eligibility, seats } = activity
  const at = now()
  const times = sessionTimes.length
  const [first] = sessionTimes
  const session = sessionTimes.find(({ endsAt }) => at < endsAt) ?? first
  const day = daySaid(dayOf(session?.startsAt ?? startsAt), dayOf(at))
  return (
    <Card label="时间、地点和名额">
      <Figure
        label={times > 1 ? `一共 ${times} 次，最近一次` : '时间'}
        value={session ? `${day} ${spanSaid(session.startsAt, session.endsAt)}` : day}
      />
      <Figure label="地点" value={placeName} reason={nodeName} />
      <View>
        <Tag {...signUpSaid(activity, at)} />
        <Tag label={`一共 ${seats} 个名额`} />
        <Tag label={audienceSaid(eligibility)} tone="blue" />
      </View>
    </Card>
  )
}
