import type { Guest } from '@/domain/canteen/ordering'
import type { Facts, Passport } from '../kit/passport'
import { idsOf } from '../kit/subject'

/** Somebody who eats, as ordering sees them. */
export const guestOf = (facts: Facts): Guest => ({
  ids: idsOf(facts),
  name: facts.name,
  birthDate: facts.birthDate,
  verifiedUntil: facts.verifiedUntil,
  minutes: facts.minutes,
  // Without a home, a path holds the centre alone.
  hasHome: facts.path.length > 1,
})

/** Who acts, and their name when that is not who eats. */
export const ordererOf = (caller: Passport, subject: Facts | null) => ({
  by: caller.person.id,
  byName: caller.person.id === subject?.id ? null : caller.person.name,
})
