import type { Facts } from '@/domain/residents/facts'
import { isVerified } from '@/domain/residents/verification'
import type { Obstacle, ShiftKind } from '@/types/volunteers'
import { dayOf, type Instant } from '@/types/shared/day'
import type { Skill } from '@/types/shared/skills'
import { isMinor } from './registration'

/** Who serves on these sees doors, phones, and people at home. */
const ofHomes: ReadonlySet<ShiftKind> = new Set<ShiftKind>(['delivery'])

/** What of a shift decides who may come. */
export interface Asked {
  kind: ShiftKind
  skills: readonly Skill[]
  needed: number
  startsAt: Instant
}

type Aged = Pick<Facts, 'birthDate' | 'volunteer'>

/**
 * Whether somebody is under age on the day of a shift; null when nobody knows. Without a birth date nobody registers who
 * does not say that they are 18 or over, and staff give a role (`given`) to whom they know.
 */
export const minorThen = (
  { birthDate, volunteer }: Aged,
  given: boolean,
  { startsAt }: Pick<Asked, 'startsAt'>,
): boolean | null => isMinor(birthDate, volunteer !== undefined || given, dayOf(startsAt))

/**
 * Whether somebody serves here at all: they registered, or staff gave them a role where the shift is (`given`). Who is
 * under age is registered by the guardian, whatever else they were given.
 */
export const isVolunteer = (person: Facts, given: boolean, shift: Asked): boolean =>
  person.volunteer !== undefined || (given && minorThen(person, given, shift) === false)

/** What keeps a person of that age from a shift. Whose age nobody knows is kept from homes only, by `homeObstacle`. */
const ageObstacle = (person: Aged, shift: Asked): 'AdultsOnly' | 'NotAlone' | null => {
  if (minorThen(person, false, shift) !== true) return null
  if (ofHomes.has(shift.kind)) return 'AdultsOnly'
  return shift.needed < 2 ? 'NotAlone' : null
}

/** What keeps somebody from a shift whom staff put on it: who is known to be under age comes with the guardian's yes. */
export const minorObstacle = (
  person: Aged,
  shift: Asked,
): 'GuardianNeeded' | 'AdultsOnly' | 'NotAlone' | null =>
  minorThen(person, false, shift) === true && person.volunteer === undefined
    ? 'GuardianNeeded'
    : ageObstacle(person, shift)

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
