import { addDays, dayOf, type Day, type Instant } from '@/types/shared/day'

export interface Session {
  readonly startsAt: Instant
  readonly endsAt: Instant
}

export interface NextSession extends Session {
  /** Whether sessions follow it. */
  readonly more: boolean
}

/** The session that is on or comes next, 1 being the first; null when all are over. */
export const nextOf = (
  sessions: readonly Session[],
  at: Instant,
): (Session & { readonly number: number }) | null => {
  const index = sessions.findIndex(({ endsAt }) => endsAt > at)
  const next = sessions[index]
  return next ? { startsAt: next.startsAt, endsAt: next.endsAt, number: index + 1 } : null
}

/** Where a series stands: its first session that is not over (else the last), and the days it is held on. */
export const calendarOf = (
  sessions: readonly Session[],
  at: Instant,
): { next: NextSession; days: readonly Day[] } => {
  const number = nextOf(sessions, at)?.number ?? sessions.length
  const { startsAt, endsAt } = sessions[number - 1]!
  return {
    next: { startsAt, endsAt, more: number < sessions.length },
    days: [...new Set(sessions.map((session) => dayOf(session.startsAt)))],
  }
}

/** Whether people are reminded of a day the evening before: not of every day of a daily course, only of the first. */
export const reminds = (days: readonly Day[], day: Day): boolean =>
  days.includes(day) && !days.includes(addDays(day, -1))
