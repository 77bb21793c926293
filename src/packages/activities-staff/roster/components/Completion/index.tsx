import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/src/design/Button'
import { Tag } from '@/src/design/Tag'
import { useCompletion } from '@/src/queries/activities'
import { Reading } from '@/src/queries/Reading'
import './index.scss'

/** Who came often enough to have completed a series; asked for when somebody wants to know. */
export function Completion({ activity }: { activity: string }) {
  const [open, setOpen] = useState(false)
  const reading = useCompletion(activity, { enabled: open })
  if (!open) return <Button label="看看谁学完了" look="quiet" onTap={() => setOpen(true)} />
  return (
    <Reading of={reading} failed="没有打开">
      {({ needed, lines }) => (
        <View>
          <View>来满 {needed} 次算学完。</View>
          {lines.map(({ person, name, attended, completed }) => (
            <View className="completion__line" key={person}>
              <View className="completion__name">{name}</View>
              <Tag
                label={completed ? `学完了，来了 ${attended} 次` : `来了 ${attended} 次`}
                tone={completed ? 'pine' : 'plain'}
                {...(completed && { drawing: 'check' as const })}
              />
            </View>
          ))}
        </View>
      )}
    </Reading>
  )
}
