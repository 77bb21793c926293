import { View } from '@tarojs/components'
import { wordsOf } from '@/src/api/words'
import { Notice } from '@/src/design/Notice'
import type { Shift } from '@/types/volunteers'

/** Why I may not come to a shift, before I tap in vain, and what would change it. */
export function Obstacle({ shift: { obstacle, skills } }: { shift: Shift }) {
  if (obstacle === null) return null
  return (
    <Notice label="这一班您现在还不能报">
      <View>{wordsOf('volunteers', obstacle, { skills: skills.join(',') })}</View>
    </Notice>
  )
}
