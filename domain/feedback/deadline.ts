import { dayMs, type Instant } from '@/types/shared/day'
import type { Case } from './case'

/** A question that nobody answers holds a case back no longer than this. */
export const questionMs = 14 * dayMs

/** The deadline waits while a question is open: what it was stands aside. */
export const paused = ({ due }: Pick<Case, 'due'>, at: Instant) => ({
  due: null,
  paused: { at, due },
})

/** The question is answered, or waited for its time: the deadline is later by as long as it was open. */
export const resumed = (one: Pick<Case, 'due' | 'paused'>, at: Instant) => ({
  due: one.paused ? one.paused.due && one.paused.due + (at - one.paused.at) : one.due,
  paused: null,
})

/** When the program has to look at it again because a time is over; null when none runs. */
export const nextDeadline = ({
  state,
  stage,
  due,
  paused: open,
  lateTold,
}: Pick<Case, 'state' | 'stage' | 'due' | 'paused' | 'lateTold'>): Instant | null => {
  if (stage !== 'active' && state !== 'held') return null
  if (state === 'askedBack') return open ? open.at + questionMs : null
  return lateTold ? null : due
}
