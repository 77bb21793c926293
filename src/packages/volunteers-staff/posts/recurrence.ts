import { weekdays, type Weekday } from '@/src/words/haircuts'

/** The rhythms staff choose from; `other` keeps one that was made elsewhere. */
export type Every = 'week' | 'otherWeek' | 'month' | 'other'

export interface Rhythm {
  every: Every
  weekdays: readonly Weekday[]
  monthDay: string
  other: string
}

const weekly =
  /^FREQ=WEEKLY;(INTERVAL=2;)?BYDAY=((?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:MO|TU|WE|TH|FR|SA|SU))*)$/
const monthly = /^FREQ=MONTHLY;BYMONTHDAY=(\d{1,2})$/

/** What a rule says, as it is chosen. */
export const rhythmOf = (recurrence: string): Rhythm => {
  const [, other, days] = weekly.exec(recurrence) ?? []
  const monthDay = monthly.exec(recurrence)?.[1]
  return {
    every: days ? (other ? 'otherWeek' : 'week') : monthDay ? 'month' : 'other',
    weekdays: (days?.split(',') ?? ['MO', 'TU', 'WE', 'TH', 'FR']) as Weekday[],
    monthDay: monthDay ?? '1',
    other: recurrence,
  }
}

/** The rule that was chosen; days of the week stand in their order. */
export const recurrenceOf = ({ every, weekdays: chosen, monthDay, other }: Rhythm): string => {
  const days = weekdays.map(({ value }) => value).filter((value) => chosen.includes(value))
  switch (every) {
    case 'week':
      return `FREQ=WEEKLY;BYDAY=${days.join(',')}`
    case 'otherWeek':
      return `FREQ=WEEKLY;INTERVAL=2;BYDAY=${days.join(',')}`
    case 'month':
      return `FREQ=MONTHLY;BYMONTHDAY=${Number(monthDay)}`
    case 'other':
      return other
  }
}

/** 每周一、三、五; 每天; 隔周的周六; 每月 16 号. */
export const recurrenceSaid = (recurrence: string): string => {
  const { every, weekdays: chosen, monthDay } = rhythmOf(recurrence)
  const days = weekdays
    .filter(({ value }) => chosen.includes(value))
    .map(({ label }) => label.replace('星期', ''))
  switch (every) {
    case 'week':
      return days.length === weekdays.length ? '每天' : `每周${days.join('、')}`
    case 'otherWeek':
      return `隔一周的周${days.join('、')}`
    case 'month':
      return `每月 ${monthDay} 号`
    case 'other':
      return '按特别的规律'
  }
}

/** 7:30–8:10 */
export const hoursSaid = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }): string =>
  `${startsAt.replace(/^0/, '')}–${endsAt.replace(/^0/, '')}`
