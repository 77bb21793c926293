import { addDays, daysBetween, type Day } from '@/types/shared/day'

/** A Monday that every week is counted from. */
const someMonday: Day = '2024-01-01'

/** The Monday of a day's week. */
export const mondayOf = (day: Day): Day =>
  addDays(day, -(((daysBetween(someMonday, day) % 7) + 7) % 7))

/** The seven days that begin with a Monday. */
export const weekFrom = (monday: Day): readonly Day[] =>
  Array.from({ length: 7 }, (_, i) => addDays(monday, i))
