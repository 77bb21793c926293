import { View } from '@tarojs/components'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Heading } from '@/src/design/Heading'
import { daySaid, spanSaid } from '@/src/words/time'
import { dayOf, type Instant } from '@/types/shared/day'
import './index.scss'

type SessionPickerProps = {
  times: ReadonlyArray<{ startsAt: Instant; endsAt: Instant }>
  session: number
  /** How many are here at each session. */
  present: readonly number[]
  onChange: (session: number) => void
}

/** Which session the list is of, when it is, and how many are here. */
export function SessionPicker({ times, session, present, onChange }: SessionPickerProps) {
  const time = times[session]
  if (!time) return null
  const when = `${daySaid(dayOf(time.startsAt), dayOf(now()))} ${spanSaid(time.startsAt, time.endsAt)}`
  const series = times.length > 1
  return (
    <Card label={`这一次：${when}`}>
      <View className="session-picker">
        <View className="session-picker__words">
          {series && (
            <View>
              第 {session + 1} 次，共 {times.length} 次
            </View>
          )}
          <Heading label={when} />
        </View>
        <View className="session-picker__present">
          <View className="session-picker__number">{present[session] ?? 0}</View>
          <View>人到了</View>
        </View>
      </View>
      {series && (
        <View className="session-picker__turn">
          <Button
            label="上一次"
            look="quiet"
            off={session === 0}
            onTap={() => onChange(session - 1)}
          />
          <Button
            label="下一次"
            look="quiet"
            off={session === times.length - 1}
            onTap={() => onChange(session + 1)}
          />
        </View>
      )}
    </Card>
  )
}
