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
  const { startsAt, endsAt, sessionTimes, placeName, nodeName, eligibility, seats } = activity
  const at = now()
  const placed = activity.family.length > 0 && activity.family.every(({ state }) => state !== null)
  const times = sessionTimes.length
  const session = sessionTimes.find((one) => at < one.endsAt) ?? sessionTimes[0]
  const { startsAt: from, endsAt: to } = session ?? { startsAt, endsAt }
  return (
    <Card label="时间、地点和名额">
      <Figure
        label="哪天"
        value={daySaid(dayOf(from), dayOf(at))}
        {...(times > 1 && { reason: `这是最近一次，一共 ${times} 次` })}
      />
      <Figure label="几点" value={spanSaid(from, to)} />
      <Figure label="在哪里" value={placeName} reason={nodeName} />
      <View>
        {/* Whoever has a place already is not told how to get one. */}
        {!placed && <Tag {...signUpSaid(activity, at)} />}
        <Tag label={`一共 ${seats} 个名额`} />
        <Tag label={audienceSaid(eligibility)} tone="blue" />
      </View>
    </Card>
  )
}
