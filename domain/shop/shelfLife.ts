import { addDays, type Day } from '@/types/shared/day'

/** Goods whose best-before date comes within that many days are marked. */
const dueDays = 14

/** Whether goods are past their date: such goods stay in the shop. */
export const isPast = (bestBefore: Day | null, today: Day): boolean =>
  bestBefore !== null && bestBefore < today

/** Whether goods have to be used, or given away, soon. */
export const isDue = (bestBefore: Day | null, today: Day): boolean =>
  bestBefore !== null && bestBefore <= addDays(today, dueDays)
