import { ineligible } from '@/domain/activities/eligibility'
import { ageOn } from '@/domain/residents/age'
import type { Facts, Grant } from '@/domain/residents/facts'
import { inForce } from '@/domain/residents/facts'
import { isSensitive } from '@/domain/residents/tags'
import type { Refusal } from '@/domain/shared/refusal'
import { dayOf, type Day, type Instant } from '@/types/shared/day'
import type { SurveyState, SurveyTarget } from '@/types/surveys'

/** Why a survey is not for somebody on a day, or null. */
export const notFor = (
  person: Facts,
  { node, fromAge, toAge, tags }: SurveyTarget,
  day: Day,
): Refusal | null => {
  const eligibility = { minAge: fromAge, maxAge: toAge, verifiedOnly: false, nodes: [node], tags }
  const refusal = ineligible(person, { ...eligibility }, day)
  if (refusal === null) return null
  return refusal.code === 'BirthDateNeeded' ? refusal : { code: 'NotForThem' }
}

/** To whom a survey goes says something of them that only their grid owner and the centre may know. */
export const isDelicate = ({ tags }: SurveyTarget): boolean => tags.some(isSensitive)

/** Whether somebody may ask people by such tags: the staff of the centre, who see them. */
export const mayAskDelicately = (
  grants: readonly Grant[],
  path: readonly string[],
  at: Instant,
): boolean =>
  grants.some(
    (grant) => grant.role === 'centreStaff' && path.includes(grant.node) && inForce(grant, at),
  )

/** How a survey stands at a moment. */
export const stateAt = (
  survey: { opens: Instant | null; closes: Instant | null; closedAt: Instant | null } & {
    version: number
  },
  at: Instant,
): SurveyState => {
  const { version, opens, closes, closedAt } = survey
  if (version === 0 || opens === null || closes === null) return 'draft'
  if (at >= (closedAt ?? closes)) return 'closed'
  return at < opens ? 'coming' : 'open'
}

/** Ages that figures are broken down by; the last of them that somebody has reached. */
export const bands = [0, 18, 40, 60, 75] as const

/** The slice of an age, `a60`; `a` where it is not known. */
export const bandOf = (birthDate: Day | null, at: Instant): string => {
  if (birthDate === null) return 'a'
  const age = ageOn(birthDate, dayOf(at))
  return `a${[...bands].reverse().find((from) => age >= from) ?? 0}`
}

/** The slice of a community: its node; `c` where it is not known. The centre stands first in a path, then the community. */
export const communityOf = (path: readonly string[]): string => path[1] ?? 'c'

/** Every answer is of everybody, of an age, and of a community. */
export const slicesOf = (
  { birthDate, path }: { birthDate: Day | null; path: readonly string[] },
  at: Instant,
): string[] => [everybody, bandOf(birthDate, at), communityOf(path)]

export const everybody = 'all'

export const isBand = (slice: string): boolean => /^a\d*$/.test(slice)

/** So long an answer may wait on a phone for the network. */
const mostWaitMs = 7 * 24 * 60 * 60_000

/** What arrived goes into the figures every quarter of an hour; an hour later all of it is in, whatever was cut off. */
const countedWithinMs = 60 * 60_000

/**
 * From when nothing changes the figures of a survey that closed. Those of an anonymous one wait for it: who read them
 * before and after a late answer from a door would know what it says.
 */
export const settledFrom = (closed: Instant): Instant => closed + mostWaitMs + countedWithinMs

/**
 * The moment an answer counts for: that at which it was taken at a door, as long as it comes within a week; a phone whose
 * clock is ahead says nothing later than now.
 */
export const takenAt = (said: Instant | undefined, at: Instant): Instant | 'TooOld' => {
  if (said === undefined || said > at) return at
  return at - said <= mostWaitMs ? said : 'TooOld'
}

/** Slices of ages from the youngest on; those whose age is not known stand last. */
export const bandsThen = <S extends { id: string }>(slices: readonly S[]): S[] => {
  const from = ({ id }: S) => (id === 'a' ? Infinity : Number(id.slice(1)))
  return [...slices].sort((a, b) => from(a) - from(b))
}
