import { View } from '@tarojs/components'
import { wordsOf } from '@/src/api/words'
import { Notice } from '@/src/design/Notice'
import type { Shift } from '@/types/volunteers'

type ObstacleProps = {
  shift: Shift
  /** Who would come; empty for me. */
  name: string
}

/** Why somebody may not come to a shift, before they tap in vain, and what would change it. */
export function Obstacle({ shift: { obstacle, skills }, name }: ObstacleProps) {
  if (obstacle === null) return null
  return (
    <Notice label={`这一班${name || '您'}现在还不能报`}>
      <View>{wordsOf('volunteers', obstacle, { skills: skills.join(',') })}</View>
    </Notice>
  )
}
