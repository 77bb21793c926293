import { addDays, dayOf, instantOf, timeOf, type Instant } from '@/types/shared/day'

/** Nobody's phone makes a sound between these times, except for safety and what is cancelled the same day. */
const quietFrom = '21:00'
const quietUntil = '07:30'

export const isQuiet = (at: Instant): boolean => {
  const time = timeOf(at)
  return time >= quietFrom || time < quietUntil
}

/** The end of the quiet hours a moment lies in. */
export const quietEnds = (at: Instant): Instant => {
  const day = dayOf(at)
  return instantOf(timeOf(at) >= quietFrom ? addDays(day, 1) : day, quietUntil)
}
