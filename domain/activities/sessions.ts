import { addDays, dayOf, type Day, type Instant } from '@/types/shared/day'

export interface Session {
  readonly startsAt: Instant
  readonly endsAt: Instant
}

export interface NextSession extends Session {
  /** Whether sessions follow it. */
  readonly more: boolean
}

/** Where a series stands: its first session that is not over (else the last), and the days it is held on. */
export const calendarOf = (
  sessions: readonly Session[],
  at: Instant,
): { next: NextSession; days: readonly Day[] } => {
  const index = sessions.findIndex(({ endsAt }) => endsAt > at)
  const number = index < 0 ? sessions.length - 1 : index
  const { startsAt, endsAt } = sessions[number]!
  return {
    next: { startsAt, endsAt, more: number < sessions.length - 1 },
    days: [...new Set(sessions.map((session) => dayOf(session.startsAt)))],
  }
}

/** Whether people are reminded of a day the evening before: not of every day of a daily course, only of the first. */
export const reminds = (days: readonly Day[], day: Day): boolean =>
  days.includes(day) && !days.includes(addDays(day, -1))
