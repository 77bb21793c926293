import type { Day } from '@/types/shared/day'
import { ageOn } from './age'
import { mostDependants } from '@/types/residents'

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
