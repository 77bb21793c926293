import type { Instant } from '@/types/shared/day'
import type { Case } from './case'

/** The question is answered, or waited for its time: the deadline is later by as long as it was open. */
export const resumed = (one: Pick<Case, 'due' | 'paused'>, at: Instant) => ({
  due: one.paused ? one.paused.due && one.paused.due + (at - one.paused.at) : one.due,
  paused: null,
})
