import { ageOn } from '@/domain/residents/age'
import type { Facts } from '@/domain/residents/facts'
import type { Refusal } from '@/domain/shared/refusal'
import type { Eligibility } from '@/types/activities'
import type { Day } from '@/types/shared/day'

/** Under 14, a guardian answers for a child (Personal Information Protection Law, article 31). */
const guardianBelow = 14

/** Why somebody cannot take part, or null. Age, verification and tags count on the day of the first session. */
export const ineligible = (
  person: Facts,
  { minAge, maxAge, verifiedOnly, nodes, tags }: Eligibility,
  day: Day,
): Refusal | null => {
  if (minAge !== null || maxAge !== null) {
    if (person.birthDate === null) return { code: 'BirthDateNeeded' }
    const age = ageOn(person.birthDate, day)
    if (minAge !== null && age < minAge) return { code: 'TooYoung', data: { age, minAge } }
    if (maxAge !== null && age > maxAge) return { code: 'TooOld', data: { age, maxAge } }
  }
  if (verifiedOnly && (person.verifiedUntil === null || person.verifiedUntil < day))
    return {
      code: 'NotVerified',
      ...(person.verifiedUntil && { data: { until: person.verifiedUntil } }),
    }
  if (nodes.length > 0 && !nodes.some((node) => person.path.includes(node)))
    return { code: 'OtherCommunity' }
  if (tags.length > 0 && !tags.some((tag) => holdsOn(person, tag, day)))
    return { code: 'TagNeeded', data: { tags: tags.join(',') } }
  return null
}

const holdsOn = ({ tags }: Facts, tag: string, day: Day): boolean => {
  const until = tags[tag]
  return until === null || (until !== undefined && until >= day)
}

/** Whether the form asks for a guardian's details. */
export const needsGuardian = ({ birthDate }: Pick<Facts, 'birthDate'>, day: Day): boolean =>
  birthDate !== null && ageOn(birthDate, day) < guardianBelow
