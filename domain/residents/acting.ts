import { mostDependants } from '@/types/residents'
import { dayOf, type Day, type Instant } from '@/types/shared/day'
import { ageOn, birthday } from './age'
import type { Person } from './person'

/** Below this age a guardian agrees in the child's place. */
export const guardedUntil = 14

export interface NewDependant {
  relation: string
  birthDate: Day | null
  consent: 'guardian' | 'spoken'
}

/** Why somebody cannot be added as a dependant, or null. `holds` is how many the person has. */
export const dependantRefusal = (
  { relation, birthDate, consent }: NewDependant,
  holds: number,
  today: Day,
):
  | 'TooManyDependants'
  | 'BirthDateNeeded'
  | 'BirthDateInFuture'
  | 'GuardianConsentNeeded'
  | null => {
  if (birthDate !== null && birthDate > today) return 'BirthDateInFuture'
  // Without the birth date nobody knows whether a child or grandchild needs the guardian's consent.
  if (birthDate === null && (relation === 'child' || relation === 'grandchild'))
    return 'BirthDateNeeded'
  if (birthDate !== null && ageOn(birthDate, today) < guardedUntil && consent !== 'guardian')
    return 'GuardianConsentNeeded'
  return holds >= mostDependants ? 'TooManyDependants' : null
}

/** Days before the 14th birthday when whoever acts for the child is told that their leave ends. */
export const tellLeaveDaysBefore = 30

/**
 * The day from which leave to act for somebody no longer holds: what was agreed to for a child ends on the 14th
 * birthday, when the child agrees in person. Null for leave that was given on that day or later, and where no birth date
 * is known.
 */
export const leaveEnds = (birthDate: Day | null, since: Instant): Day | null => {
  if (birthDate === null) return null
  const end = birthday(birthDate, guardedUntil)
  return dayOf(since) < end ? end : null
}

/** Whether leave given at `since` holds at a moment. */
export const leaveHolds = (birthDate: Day | null, since: Instant, at: Instant): boolean => {
  const end = leaveEnds(birthDate, since)
  return end === null || dayOf(at) < end
}

/** Ids of those who may act for a person at a moment. */
export const actorsAt = ({ facts, actors }: Pick<Person, 'facts' | 'actors'>, at: Instant) =>
  Object.entries(actors)
    .filter(([, { since }]) => leaveHolds(facts.birthDate, since, at))
    .map(([actor]) => actor)
