import { dayOf, type Instant } from '@/types/shared/day'

/** So many messages a day are more than anybody has to say, and less than a nuisance. */
export const mostADay = 10

interface Earlier {
  readonly turn: number
  readonly at: Instant
}

/** Whether somebody has said enough for a day; `earlier` are their last messages, at least `mostADay` of them. */
export const saidEnough = (earlier: readonly Earlier[], at: Instant): boolean =>
  earlier.filter((one) => dayOf(one.at) === dayOf(at)).length >= mostADay

export const nextTurn = (earlier: readonly Earlier[]): number =>
  Math.max(0, ...earlier.map(({ turn }) => turn)) + 1
