import { View } from '@tarojs/components'
import { monthDay, weekdayOf, type Day } from '@/types/shared/day'
import { spoken } from '../spoken'
import { Tap } from '../Tap'
import './index.scss'

type DayStripProps = {
  /** What is on those days: 选一天. */
  label: string
  days: readonly Day[]
  value: Day | undefined
  onChange: (day: Day) => void
  /** The centre's today, from server time. */
  today: Day
  /** A word under a day: 3 场, 已满, 休息. */
  words?: Readonly<Record<Day, string>>
}

/** A few days to choose from, all in sight, each with its weekday. */
export function DayStrip({ label, days, value, onChange, today, words = {} }: DayStripProps) {
  return (
    <View className="days" {...spoken({ role: 'radiogroup', label })}>
      {days.map((day) => {
        const weekday = day === today ? '今天' : weekdayOf(day).replace('星期', '周')
        const word = words[day]
        return (
          <Tap
            key={day}
            className={`days__day ${day === value ? 'days__day--chosen' : ''}`}
            role="radio"
            label={[monthDay(day), day === today ? '今天' : weekdayOf(day), word]
              .filter(Boolean)
              .join('，')}
            state={{ checked: day === value }}
            onTap={() => onChange(day)}
          >
            <View className="days__weekday">{weekday}</View>
            <View className="days__date">{monthDay(day)}</View>
            {word && <View className="days__word">{word}</View>}
          </Tap>
        )
      })}
    </View>
  )
}
