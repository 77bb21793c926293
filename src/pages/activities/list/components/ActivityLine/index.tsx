import { Image, View } from '@tarojs/components'
import { now } from '@/src/api/clock'
import { Card } from '@/src/design/Card'
import { Drawing } from '@/src/design/Drawing'
import { Heading } from '@/src/design/Heading'
import { silentPicture } from '@/src/design/picture'
import { Tag } from '@/src/design/Tag'
import { categories, signUpSaid, whenNextSaid } from '@/src/words/activities'
import type { ActivityCard } from '@/types/activities'
import './index.scss'

type ActivityLineProps = { activity: ActivityCard; onTap: () => void }

/** One activity of the list: what, when, where, and whether there is a place. */
export function ActivityLine({ activity, onTap }: ActivityLineProps) {
  const { title, placeName, photo, category } = activity
  const at = now()
  const state = signUpSaid(activity, at)
  const when = whenNextSaid(activity, at)
  return (
    <Card label={[title, when, placeName, state.label].join('，')} onTap={onTap}>
      <View className="activity-line">
        {photo ? (
          <Image
            className="activity-line__photo"
            src={photo}
            mode="aspectFill"
            {...silentPicture}
          />
        ) : (
          <Drawing name={categories[category].drawing} colour="gold" />
        )}
        <View className="activity-line__words">
          <Heading label={title} level={3} />
          <View className="activity-line__when">{when}</View>
          <View className="activity-line__place">{placeName}</View>
          <Tag {...state} />
        </View>
      </View>
    </Card>
  )
}
