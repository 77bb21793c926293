import {
  dayOf,
  daysBetween,
  hourOf,
  monthDay,
  timeOf,
  weekdayOf,
  type Day,
  type Instant,
} from '@/types/shared/day'

/** 上午 9:05, 下午 2:30: the way a time is said. */
export const clockSaid = (at: Instant): string => {
  const hour = hourOf(at)
  const part =
    hour < 6 ? '凌晨' : hour < 12 ? '上午' : hour < 13 ? '中午' : hour < 18 ? '下午' : '晚上'
  return `${part} ${hour > 12 ? hour - 12 : hour}:${timeOf(at).slice(3)}`
}

const near: Readonly<Record<number, string>> = { [-1]: '昨天', 0: '今天', 1: '明天', 2: '后天' }

/** 今天, 明天, or 12月16日 星期三. */
export const daySaid = (day: Day, today: Day): string =>
  near[daysBetween(today, day)] ?? `${monthDay(day)} ${weekdayOf(day)}`

/** 明天 上午 9:00; 12月16日 星期三 上午 9:00. */
export const whenSaid = (at: Instant, now: Instant): string =>
  `${daySaid(dayOf(at), dayOf(now))} ${clockSaid(at)}`

/** 上午 9:00 到 11:00; the second half of the day is said again only when it changes. */
export const spanSaid = (from: Instant, to: Instant): string => {
  const start = clockSaid(from)
  const end = clockSaid(to)
  const [startPart] = start.split(' ')
  const [endPart, endTime] = end.split(' ')
  return `${start} 到 ${startPart === endPart ? endTime : end}`
}

/** 留到 11月28日 星期六: what is kept until a midnight is kept to the end of the day before. */
export const keptSaid = (until: Instant, now: Instant): string =>
  `留到 ${daySaid(dayOf(until - 1), dayOf(now))}`

/** The greeting of an hour: 早上好. */
export const greetingAt = (at: Instant): string => {
  const hour = hourOf(at)
  if (hour < 9) return '早上好'
  if (hour < 12) return '上午好'
  if (hour < 14) return '中午好'
  return hour < 18 ? '下午好' : '晚上好'
}
