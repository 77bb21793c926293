import { addDays, type Day } from '@/types/shared/day'
import { isWorked } from './holidays'

/** The n-th working day (工作日) after a day, by the statutory calendar: 调休 counted. */
export const afterWorkingDays = (day: Day, n: number): Day => {
  let last = day
  for (let left = n; left > 0;) {
    last = addDays(last, 1)
    if (isWorked(last)) left--
  }
  return last
}
