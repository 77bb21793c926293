import { adultFrom, ageOn } from '@/domain/residents/age'
import { isVerified } from '@/domain/residents/verification'
import type { Refusal } from '@/domain/shared/refusal'
import type { PartOfDay } from '@/types/errands'
import { daysBetween, type Day } from '@/types/shared/day'
import type { Skill } from '@/types/shared/skills'

/** 0 = Sunday, from a Sunday on. */
const weekdayNumber = (day: Day): number => daysBetween('2000-01-02', day) % 7

/** What a match needs to know of an errand. */
export interface Wanted {
  id: string
  person: string
  household: string | null
  /** Who ordered it, and whether that was a member of staff. */
  by: string
  byStaff: boolean
  path: readonly string[]
  skills: readonly Skill[]
  atHome: boolean
  day: Day
  part: PartOfDay
}

/** What decides whether somebody may do an errand at all. */
export interface Fitness {
  /** All ids of theirs. */
  ids: readonly string[]
  household: string | null
  birthDate: Day | null
  verifiedUntil: Day | null
  registered: boolean
  /** They hold a role that staff gave where the errand is. */
  trusted: boolean
}

/**
 * Why somebody may not do an errand, or null: only volunteers, adults, and nobody for their own household. Into a home
 * goes only who is a verified resident on the day, or holds a role there.
 */
export const fitRefusal = (
  { person, household, by, byStaff, atHome, day }: Wanted,
  who: Fitness,
): Refusal | null => {
  if (!who.registered && !who.trusted) return { code: 'NotAVolunteer' }
  const sameHousehold = household !== null && who.household === household
  if (sameHousehold || who.ids.includes(person) || (!byStaff && who.ids.includes(by)))
    return { code: 'NotYourself' }
  const adult = who.birthDate === null ? who.trusted : ageOn(who.birthDate, day) >= adultFrom
  if (!adult) return { code: 'AdultsOnly' }
  return atHome && !who.trusted && !isVerified(who.verifiedUntil, day)
    ? { code: 'NotVerified' }
    : null
}

/** A volunteer who may be asked. */
export interface Volunteer extends Fitness {
  id: string
  name: string
  skills: readonly Skill[]
  path: readonly string[]
  /** When they usually can come, 0 = Sunday; none said means any time. */
  free: readonly { weekday: number; part: PartOfDay }[]
  /** They accepted another errand for the same time. */
  engaged: boolean
  /** How often they were asked in the last 90 days. */
  askedLately: number
}

/** A volunteer with why they stand where they stand. */
export interface Ranked {
  volunteer: Volunteer
  skills: readonly Skill[]
  distance: number | null
  busy: boolean
}

/** Steps from a home up to the first node both live below: 0 in one building. Null when one of the homes is not known. */
export const distanceOf = (home: readonly string[], other: readonly string[]): number | null => {
  if (home.length < 2 || other.length < 2) return null
  const common = home.findIndex((node, depth) => other[depth] !== node)
  return common < 0 ? 0 : home.length - common
}

/** Which of somebody's skills an errand needs. */
export const skillsFor = (
  { skills }: Pick<Wanted, 'skills'>,
  has: readonly Skill[],
): readonly Skill[] => skills.filter((skill) => has.includes(skill))

/** Whether one can do it: one of the skills is enough, and some errands need none. */
export const canDo = (wanted: Pick<Wanted, 'skills'>, has: readonly Skill[]): boolean =>
  wanted.skills.length === 0 || skillsFor(wanted, has).length > 0

/** They said when they have time, and it is not then; or they have promised that time to somebody else. */
const isBusy = ({ day, part }: Wanted, { free, engaged }: Volunteer): boolean =>
  engaged ||
  (free.length > 0 &&
    !free.some((time) => time.weekday === weekdayNumber(day) && time.part === part))

/**
 * The same order for everybody who asks, and another one for each errand: of several who are alike, it is not always
 * the same who comes first. FNV-1a.
 */
const lot = (text: string): number => {
  let hash = 0x811c9dc5
  for (const character of text) {
    hash ^= character.codePointAt(0) ?? 0
    hash = Math.imul(hash, 0x01000193) >>> 0
  }
  return hash
}

/**
 * How little somebody is to be asked: each step of distance weighs as much as having been asked once lately, so that the
 * nearest neighbour is not asked every time. A home that is not known is as far as can be.
 */
export const weightOf = (
  { path }: Pick<Wanted, 'path'>,
  { distance, volunteer }: Pick<Ranked, 'distance' | 'volunteer'>,
): number => (distance ?? path.length) + volunteer.askedLately

/** Volunteers who may do an errand, best first: who has time, who can do more of it, then by weight. */
export const rank = (wanted: Wanted, volunteers: readonly Volunteer[]): Ranked[] =>
  volunteers
    .filter((one) => canDo(wanted, one.skills) && fitRefusal(wanted, one) === null)
    .map((volunteer) => ({
      volunteer,
      skills: skillsFor(wanted, volunteer.skills),
      distance: distanceOf(wanted.path, volunteer.path),
      busy: isBusy(wanted, volunteer),
    }))
    .sort(
      (one, other) =>
        Number(one.busy) - Number(other.busy) ||
        other.skills.length - one.skills.length ||
        weightOf(wanted, one) - weightOf(wanted, other) ||
        one.volunteer.askedLately - other.volunteer.askedLately ||
        lot(wanted.id + one.volunteer.id) - lot(wanted.id + other.volunteer.id) ||
        (one.volunteer.id < other.volunteer.id ? -1 : 1),
    )
