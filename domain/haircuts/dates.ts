import type { HaircutRule, Upcoming } from '@/types/haircuts'
import { dayMs, addDays, instantOf, type Day, type Instant } from '@/types/shared/day'

/** A date as the rule makes it, whether or not its session is open yet. */
export type PlannedDate = Omit<Upcoming, 'session'>

/** What was decided about one date. */
export type Exception = HaircutRule['exceptions'][number]

/** A holiday and the weekends around it are never longer. */
export const longestHoliday = 15

/** Dates on show. */
export const datesShown = 12

/** Hour at which booking opens. */
const opensAtHour = '08:00'

/** A session is there a day before it opens, so that people see when that is, and barbers are asked in time. */
const thereBeforeMs = dayMs

/** When booking for a day opens. */
export const opensAt = (day: Day, opensDaysBefore: number): Instant =>
  instantOf(addDays(day, -opensDaysBefore), opensAtHour)

/** Whether the session of a day should be there at a moment. */
export const isDue = (day: Day, opensDaysBefore: number, at: Instant): boolean =>
  at >= opensAt(day, opensDaysBefore) - thereBeforeMs

/** Exceptions that still say something of a day to come; a holiday may put off a usual day that is just over. */
export const standing = (exceptions: readonly Exception[], today: Day): Exception[] =>
  exceptions.filter((one) => {
    const until = one.kind === 'extra' ? one.day : addDays(one.day, longestHoliday)
    return until >= today || (one.kind === 'moved' && one.to >= today)
  })
