import type { Instant } from '@/types/shared/day'

interface Entry {
  state: 'begun' | 'done' | 'refused'
  at: Instant
}

/** An act takes seconds; one that never said how it ended was cut off, and somebody should look. */
const unfinishedAfterMs = 15 * 60_000

export const auditState = (
  { state, at: begunAt }: Entry,
  at: Instant,
): Entry['state'] | 'unfinished' =>
  state === 'begun' && at - begunAt > unfinishedAfterMs ? 'unfinished' : state
