import { View } from '@tarojs/components'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Heading } from '@/src/design/Heading'
import { Tag } from '@/src/design/Tag'
import { goTo } from '@/src/routes'
import { signUpSaid, whenNextSaid } from '@/src/words/activities'
import type { ActivityCard } from '@/types/activities'
import './index.scss'

/** One activity as staff look at it: when, where, how full, and what is done about it. */
export function ActivityRow({ activity }: { activity: ActivityCard }) {
  const { id, title, endsAt, placeName, seats, waiting, state } = activity
  const at = now()
  const when = whenNextSaid(activity, at)
  return (
    <Card label={`${title}，${when}`}>
      <Heading label={title} />
      <View className="activity-row__when">{when}</View>
      <View className="activity-row__place">{placeName}</View>
      <View>
        {state === 'published' && at < endsAt && <Tag {...signUpSaid(activity, at)} />}
        {state === 'withdrawn' && <Tag label="已经取消" drawing="close" />}
        <Tag label={`一共 ${seats} 个名额`} />
        {waiting > 0 && <Tag label={`${waiting} 人排队`} tone="gold" drawing="clock" />}
      </View>
      <View className="activity-row__buttons">
        <Button
          label="名单和签到"
          look="secondary"
          fuller={`名单和签到，${title}`}
          onTap={() => goTo('roster', { activity: id })}
        />
        <Button
          label="照着再办"
          look="quiet"
          fuller={`照着再办，${title}`}
          onTap={() => goTo('publish', { copy: id })}
        />
      </View>
    </Card>
  )
}
