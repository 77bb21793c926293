import type { Day } from '@/types/shared/day'

/** Years ahead that residency may be confirmed for, at most. */
const mostYears = 5

/** Days before the end when the person is told. */
export const tellDaysBefore = 30

const yearsAfter = (day: Day, years: number): Day => {
  const year = String(Number(day.slice(0, 4)) + years)
  return day.endsWith('-02-29') ? `${year}-02-28` : `${year}${day.slice(4)}`
}

/** Why a verification cannot be entered, or null. */
export const verificationRefusal = (
  { until, birthDate }: { until: Day; birthDate: Day },
  self: boolean,
  today: Day,
): 'NotYourself' | 'BirthDateInFuture' | 'UntilInPast' | 'UntilTooFar' | null => {
  if (self) return 'NotYourself'
  if (birthDate > today) return 'BirthDateInFuture'
  if (until < today) return 'UntilInPast'
  return until > yearsAfter(today, mostYears) ? 'UntilTooFar' : null
}

/** Whether somebody is a verified resident on a day. */
export const isVerified = (verifiedUntil: Day | null, day: Day): boolean =>
  verifiedUntil !== null && day <= verifiedUntil
