import { addDays, instantOf, type Day, type Instant } from '@/types/shared/day'

/** Hour of the eve at which people plan their next day, before the quiet hours. */
const remindsFromHour = '17:00'

/** Whether it is time to remind of what begins on a day: from the eve on, and late rather than never. */
export const isEve = (day: Day, startsAt: Instant, at: Instant): boolean =>
  at >= instantOf(addDays(day, -1), remindsFromHour) && at < startsAt
