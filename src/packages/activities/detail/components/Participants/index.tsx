import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Heading } from '@/src/design/Heading'
import { useParticipants } from '@/src/queries/activities'
import { Reading } from '@/src/queries/Reading'

/** Who takes part, by masked names, when somebody asks. */
export function Participants({ activity }: { activity: string }) {
  const [open, setOpen] = useState(false)
  const reading = useParticipants(activity, { enabled: open })
  if (!open) return <Button label="看看谁会来" look="quiet" onTap={() => setOpen(true)} />
  return (
    <Card label="谁会来">
      <Heading label="谁会来" />
      <Reading of={reading} failed="名单没有打开">
        {({ names }) => (
          <View>{names.length > 0 ? names.join('、') : '还没有人报上，您可以第一个。'}</View>
        )}
      </Reading>
    </Card>
  )
}
