import { addDays, monthOf, type Day } from '@/types/shared/day'

/** The month before, or after. */
export const monthBefore = (month: string): string => monthOf(addDays(`${month}-01`, -1))
export const monthAfter = (month: string): string => monthOf(addDays(`${month}-28`, 7))

/** 2026年11月 */
export const monthSaid = (month: string): string => {
  const [year, number] = month.split('-').map(Number)
  return `${year}年${number}月`
}

/** First and last day of a month. */
export const daysOf = (month: string): { from: Day; to: Day } => ({
  from: `${month}-01`,
  to: addDays(`${monthAfter(month)}-01`, -1),
})
