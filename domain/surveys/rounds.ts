import { dayMs, type Instant } from '@/types/shared/day'

/** What is told of a survey by itself, and when it ends. */
export interface Rounds {
  opens: Instant | null
  closes: Instant | null
  told: { opened: boolean; closes: boolean }
}

export type RoundKind = 'opened' | 'closes' | 'close'

/** A day before it closes, who has not answered hears of it once more; not of one that is open for less than two days. */
const remindMs = dayMs

const remindAt = (opens: Instant, closes: Instant): Instant | null =>
  closes - opens >= 2 * remindMs ? closes - remindMs : null

/** What comes next, and when; null for what was never published. */
const next = ({ opens, closes, told }: Rounds): { do: RoundKind; at: Instant } | null => {
  if (opens === null || closes === null) return null
  if (!told.opened) return { do: 'opened', at: opens }
  const remind = remindAt(opens, closes)
  if (!told.closes && remind !== null) return { do: 'closes', at: remind }
  return { do: 'close', at: closes }
}

export const nextDue = (rounds: Rounds): Instant | null => next(rounds)?.at ?? null

/** What is to be done at a moment; once it is over, nobody is told to answer any more. */
export const dueRound = (rounds: Rounds, at: Instant): RoundKind | null => {
  const { closes } = rounds
  if (closes !== null && at >= closes) return 'close'
  const due = next(rounds)
  return due !== null && due.at <= at ? due.do : null
}
