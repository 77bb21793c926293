import type { PlannedDate } from '@/domain/haircuts/dates'
import type { Refusal } from '@/domain/shared/refusal'
import type { HaircutRule } from '@/types/haircuts'
import type { Day } from '@/types/shared/day'

// The two libraries that know calendars are loaded here and nowhere else, when dates are made.

/** The dates a rule makes from a day on, or why it makes none. */
export const planOf = async (
  rule: HaircutRule,
  since: Day,
  from: Day,
  most?: number,
): Promise<{ dates: PlannedDate[] } | { refusal: Refusal }> => {
  const { datesOf } = await import('@/domain/haircuts/recurrence')
  const dates = datesOf(rule, since, from, most)
  return dates ? { dates } : { refusal: { code: 'UnknownRecurrence' } }
}

/** Why the exceptions of a rule cannot be, or null. */
export const exceptionsRefused = async (
  rule: HaircutRule,
  since: Day,
  today: Day,
  before: HaircutRule['exceptions'],
): Promise<Refusal | null> => {
  const { exceptionRefusal } = await import('@/domain/haircuts/recurrence')
  return exceptionRefusal(rule, since, today, before)
}

/** Exceptions that do not fit a rule. */
export const staleExceptions = async (
  rule: HaircutRule,
  since: Day,
  today: Day,
): Promise<HaircutRule['exceptions']> => {
  const { staleOf } = await import('@/domain/haircuts/recurrence')
  return staleOf(rule, since, today)
}
