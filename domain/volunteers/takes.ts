import { adultFrom, ageOn } from '@/domain/residents/age'
import type { Facts } from '@/domain/residents/facts'
import { isVerified } from '@/domain/residents/verification'
import type { Obstacle, ShiftKind } from '@/types/volunteers'
import { dayOf, type Instant } from '@/types/shared/day'
import type { Skill } from '@/types/shared/skills'

/** Who serves on these sees doors, phones, and people at home. */
const ofHomes: ReadonlySet<ShiftKind> = new Set<ShiftKind>(['delivery'])

/** What of a shift decides who may come. */
export interface Asked {
  kind: ShiftKind
  skills: readonly Skill[]
  needed: number
  startsAt: Instant
}

const isMinor = ({ birthDate }: Pick<Facts, 'birthDate'>, { startsAt }: Asked): boolean =>
  birthDate !== null && ageOn(birthDate, dayOf(startsAt)) < adultFrom

/**
 * Whether somebody serves here at all: they registered, or staff gave them a role where the shift is (`given`). Who is
 * under age is registered by the guardian, whatever else they were given.
 */
export const isVolunteer = (person: Facts, given: boolean, shift: Asked): boolean =>
  person.volunteer !== undefined || (given && !isMinor(person, shift))

/** What keeps a person of that age from a shift, whoever puts them on it. */
export const ageObstacle = (
  person: Pick<Facts, 'birthDate'>,
  shift: Asked,
): 'AdultsOnly' | 'NotAlone' | null => {
  if (!isMinor(person, shift)) return null
  if (ofHomes.has(shift.kind)) return 'AdultsOnly'
  return shift.needed < 2 ? 'NotAlone' : null
}

/**
 * Work that sees people's homes needs more than a registration: residency verified on the day, or a role that staff gave.
 */
export const homeObstacle = (
  { birthDate, verifiedUntil }: Pick<Facts, 'birthDate' | 'verifiedUntil'>,
  given: boolean,
  { kind, startsAt }: Asked,
): 'NotVerified' | null => {
  if (given || !ofHomes.has(kind)) return null
  const verified = birthDate !== null && isVerified(verifiedUntil, dayOf(startsAt))
  return verified ? null : 'NotVerified'
}

/** What keeps a volunteer from a shift, or null. Of who was given a role staff know what they can do. */
export const obstacleOf = (person: Facts, given: boolean, shift: Asked): Obstacle | null => {
  const can = shift.skills.some((skill) => person.volunteer?.skills.includes(skill))
  if (shift.skills.length > 0 && !given && !can) return 'SkillNeeded'
  return ageObstacle(person, shift) ?? homeObstacle(person, given, shift)
}
