import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

/** A calendar day of the centre, `YYYY-MM-DD`. Days compare as strings. */
export type Day = string

/** A moment: whole milliseconds since 1970-01-01T00:00Z. */
export type Instant = number

/** A day is always as long: there is no summer time. */
export const dayMs = 24 * 60 * 60_000

/** China has one time zone and no summer time, so a fixed offset is exact and needs no `Intl` data. */
const centreOffsetMinutes = 8 * 60

const weekdays = ['日', '一', '二', '三', '四', '五', '六'] as const

const local = (at: Instant) => dayjs.utc(at).add(centreOffsetMinutes, 'minute')
const calendar = (day: Day) => dayjs.utc(day)

/** The centre's day at a moment. */
export const dayOf = (at: Instant): Day => local(at).format('YYYY-MM-DD')

/** `HH:mm` at the centre. */
export const timeOf = (at: Instant): string => local(at).format('HH:mm')

/** Hour of the day at the centre, 0–23. */
export const hourOf = (at: Instant): number => local(at).hour()

/** The moment a day and an `HH:mm` name at the centre. */
export const instantOf = (day: Day, time = '00:00'): Instant =>
  dayjs.utc(`${day}T${time}:00Z`).subtract(centreOffsetMinutes, 'minute').valueOf()

export const addDays = (day: Day, days: number): Day =>
  calendar(day).add(days, 'day').format('YYYY-MM-DD')

/** The month of a day, `YYYY-MM`. Months compare as strings. */
export const monthOf = (day: Day): string => day.slice(0, 7)

export const addMonths = (month: string, months: number): string =>
  calendar(`${month}-01`).add(months, 'month').format('YYYY-MM')

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => calendar(to).diff(calendar(from), 'day')

/** 星期日 … 星期六 */
export const weekdayOf = (day: Day): string => `星期${weekdays[calendar(day).day()] ?? ''}`

/** 11月21日 */
export const monthDay = (day: Day): string => calendar(day).format('M月D日')

/** Whether a string is a day that exists (2026-02-30 does not). */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && calendar(text).format('YYYY-MM-DD') === text
