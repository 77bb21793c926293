import type { Home } from '@/types/residents'
import type { Day } from '@/types/shared/day'
import { guardedUntil } from './acting'
import { ageOn } from './age'
import { doorOf } from './search'
import type { Person } from './person'
import { isVerified } from './verification'

/** What a profile form may change; a field left out stays. */
export interface ProfileChange {
  name?: string | undefined
  birthDate?: Day | null | undefined
  phone?: string | null | undefined
  home?: Home | null | undefined
  emergencyContact?: { name: string; phone: string } | null | undefined
}

const sameDoor = (a: Home | null, b: Home | null): boolean =>
  a === null || b === null
    ? a === b
    : a.building === b.building &&
      doorOf(a.unit ?? '') === doorOf(b.unit ?? '') &&
      doorOf(a.room ?? '') === doorOf(b.room ?? '')

const isGuarded = ({ facts: { birthDate } }: Person, today: Day): boolean =>
  birthDate !== null && ageOn(birthDate, today) < guardedUntil

/**
 * Why a change is refused, or null. What staff confirmed on site (birth date and home) only staff change; a relative
 * never changes the record of somebody who has a phone.
 */
export const profileRefusal = (
  person: Person,
  change: ProfileChange,
  by: 'self' | 'relative' | 'staff',
  today: Day,
):
  | 'OwnPhone'
  | 'BirthDateInFuture'
  | 'BirthDateNeeded'
  | 'VerifiedBirthDate'
  | 'VerifiedHome'
  | null => {
  if (by === 'relative' && person.openid !== null) return 'OwnPhone'
  const { birthDate, home } = change
  // It says until when a guardian acts for the child.
  if (by === 'relative' && birthDate === null && isGuarded(person, today)) return 'BirthDateNeeded'
  if (birthDate !== undefined && birthDate !== null && birthDate > today) return 'BirthDateInFuture'
  if (by === 'staff' || !isVerified(person.facts.verifiedUntil, today)) return null
  if (birthDate !== undefined && birthDate !== person.facts.birthDate) return 'VerifiedBirthDate'
  return home !== undefined && !sameDoor(home, person.home) ? 'VerifiedHome' : null
}

/** The record with the changed fields; the home is put in by whoever knows the buildings. */
export const withProfile = <P extends Person>(
  person: P,
  { name, birthDate, phone, emergencyContact }: ProfileChange,
): P => ({
  ...person,
  ...(phone !== undefined && { phone }),
  ...(emergencyContact !== undefined && { emergencyContact }),
  facts: {
    ...person.facts,
    ...(name !== undefined && { name }),
    ...(birthDate !== undefined && { birthDate }),
  },
})
