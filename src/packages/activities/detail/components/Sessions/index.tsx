import { View } from '@tarojs/components'
import { useState } from 'react'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Heading } from '@/src/design/Heading'
import { daySaid, spanSaid } from '@/src/words/time'
import type { ActivityDetail } from '@/types/activities'
import { dayOf } from '@/types/shared/day'

const atFirst = 6

/** When the sessions of a series are. */
export function Sessions({ times }: { times: ActivityDetail['sessionTimes'] }) {
  const [all, setAll] = useState(false)
  const today = dayOf(now())
  return (
    <Card label="每一次的时间">
      <Heading label="每一次的时间" />
      {times.slice(0, all ? times.length : atFirst).map(({ startsAt, endsAt }, number) => (
        <View key={startsAt}>
          第 {number + 1} 次：{daySaid(dayOf(startsAt), today)} {spanSaid(startsAt, endsAt)}
        </View>
      ))}
      {!all && times.length > atFirst && (
        <Button
          label={`还有 ${times.length - atFirst} 次，都看看`}
          look="quiet"
          onTap={() => setAll(true)}
        />
      )}
    </Card>
  )
}
