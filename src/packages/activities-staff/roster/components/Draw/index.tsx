import { View } from '@tarojs/components'
import { useState } from 'react'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Sheet } from '@/src/design/Sheet'
import { useDrawLots } from '@/src/queries/activitiesStaff'
import { Submitted } from '@/src/queries/Submitted'
import { whenSaid } from '@/src/words/time'
import type { Roster } from '../../filters'

/** Draws now what would be drawn by itself; the seed that was sealed before is shown with the result. */
export function Draw({ activity, roster }: { activity: string; roster: Roster }) {
  const [asking, setAsking] = useState(false)
  const draw = useDrawLots()
  const { state } = roster.card
  const { drawAt } = roster
  const entered = roster.lines.filter((line) => line.state === 'entered').length
  if (drawAt === null || state !== 'published') return null
  if (draw.value)
    return (
      <Notice
        kind="done"
        label={`抽好了：抽中 ${draw.value.drawn} 人，候补 ${draw.value.waiting} 人`}
      >
        <View>每个人都会收到结果。公布的号码在活动页上，谁都可以查。</View>
      </Notice>
    )
  if (entered === 0) return null
  return (
    <Card label="抽签">
      <Heading label={`${entered} 人等抽签`} />
      <View>
        {now() < drawAt
          ? `${whenSaid(drawAt, now())} 会自动抽，也可以到时候在这里抽。`
          : '时间到了，几分钟里会自动抽，也可以现在就抽。'}
      </View>
      <Submitted of={draw} />
      <Button
        label="现在抽签"
        look="secondary"
        off={now() < drawAt}
        busy={draw.busy || draw.waiting}
        onTap={() => setAsking(true)}
      />
      {asking && (
        <Sheet
          label="现在就抽签吗？"
          yes={{
            label: '现在抽',
            onTap: () => {
              draw.submit({ activity })
              setAsking(false)
            },
          }}
          onBack={() => setAsking(false)}
        >
          抽完马上告诉每一个人，不能重抽。
        </Sheet>
      )}
    </Card>
  )
}
