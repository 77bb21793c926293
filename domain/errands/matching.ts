import { adultFrom, ageOn } from '@/domain/residents/age'
import { isVerified } from '@/domain/residents/verification'
import type { Refusal } from '@/domain/shared/refusal'
import { stepsApart } from '@/domain/volunteers/registration'
import { keptOut, type KeptOut, type PartOfDay } from '@/types/errands'
import type { NodeKind } from '@/types/residents'
import { daysBetween, type Day } from '@/types/shared/day'
import type { StaffRole } from '@/types/shared/roles'
import type { Skill } from '@/types/shared/skills'

/** Roles by which staff vouch for somebody: who holds another, such as a partner's, is a neighbour like others. */
export const vouchingRoles: readonly StaffRole[] = [
  'volunteer',
  'microgridLead',
  'gridWorker',
  'communityStaff',
  'centreStaff',
  'operator',
]

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
  /** What each place of the path is. */
  kinds: readonly NodeKind[]
  skills: readonly Skill[]
  atHome: boolean
  day: Day
  part: PartOfDay
}

/** What decides whether somebody may do an errand at all. */
export interface Fitness {
  /** All ids of theirs, and of those they act for. */
  ids: readonly string[]
  actsFor: readonly string[]
  household: string | null
  birthDate: Day | null
  verifiedUntil: Day | null
  registered: boolean
  /** They hold a role there by which staff vouch for them. */
  trusted: boolean
}

/**
 * Why somebody may not do an errand, or null: only volunteers, adults, and nobody for their own household or for whom
 * they act for. Into a home goes only who is a verified resident on the day, or holds a role there.
 */
export const fitRefusal = (
  {
    person,
    household,
    by,
    byStaff,
    atHome,
    day,
  }: Pick<Wanted, 'person' | 'household' | 'by' | 'byStaff' | 'atHome' | 'day'>,
  who: Fitness,
): Refusal | null => {
  if (!who.registered && !who.trusted) return { code: 'NotAVolunteer' }
  const sameHousehold = household !== null && who.household === household
  const theirs = [...who.ids, ...who.actsFor].includes(person)
  if (sameHousehold || theirs || (!byStaff && who.ids.includes(by))) return { code: 'NotYourself' }
  const adult = who.birthDate === null ? who.trusted : ageOn(who.birthDate, day) >= adultFrom
  if (!adult) return { code: 'AdultsOnly' }
  return atHome && !who.trusted && !isVerified(who.verifiedUntil, day)
    ? { code: 'NotVerified' }
    : null
}

/** What keeps a volunteer from most of what is open, before any errand is looked at; the gravest first. */
export const keptOutBy = (
  who: Pick<Fitness, 'registered' | 'trusted' | 'birthDate' | 'verifiedUntil'> & {
    skills: readonly Skill[]
  },
  today: Day,
): KeptOut[] => {
  const { registered, trusted, birthDate, verifiedUntil, skills } = who
  if (!registered && !trusted) return ['NotAVolunteer']
  if (birthDate !== null && ageOn(birthDate, today) < adultFrom) return ['AdultsOnly']
  const missing: Readonly<Partial<Record<KeptOut, boolean>>> = {
    BirthDateNeeded: birthDate === null && !trusted,
    NotVerified: !trusted && !isVerified(verifiedUntil, today),
    SkillNeeded: skills.length === 0,
  }
  return keptOut.filter((one) => missing[one])
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
  /** Staff of other places may find them; and they may be called. */
  listed: boolean
  contact: boolean
}

/** A volunteer with why they stand where they stand. */
export interface Ranked {
  volunteer: Volunteer
  skills: readonly Skill[]
  near: NodeKind | null
  busy: boolean
}

/** What the first place is that both live in. Null when one of the homes is not known to its building. */
export const nearOf = (
  { path, kinds }: Pick<Wanted, 'path' | 'kinds'>,
  other: readonly string[],
): NodeKind | null => {
  if (kinds.at(-1) !== 'building' || other.length < 2) return null
  return kinds[path.length - stepsApart(path, other) - 1] ?? null
}

/** How far that is; a microgrid is part of a grid and no further away than it. */
const stepsTo: Readonly<Record<NodeKind, number>> = {
  building: 0,
  microgrid: 1,
  grid: 1,
  community: 2,
  centre: 3,
}

/** A home that is not known is as far as can be. */
export const distanceOf = (near: NodeKind | null): number => (near === null ? 4 : stepsTo[near])

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
 * nearest neighbour is not asked every time.
 */
export const weightOf = ({ near, volunteer }: Pick<Ranked, 'near' | 'volunteer'>): number =>
  distanceOf(near) + volunteer.askedLately

/**
 * Volunteers who may do an errand, best first: who has time, then by weight; of those who weigh the same, who was asked
 * less and who can do more of it.
 */
export const rank = (wanted: Wanted, volunteers: readonly Volunteer[]): Ranked[] =>
  volunteers
    .filter((one) => canDo(wanted, one.skills) && fitRefusal(wanted, one) === null)
    .map((volunteer) => ({
      volunteer,
      skills: skillsFor(wanted, volunteer.skills),
      near: nearOf(wanted, volunteer.path),
      busy: isBusy(wanted, volunteer),
    }))
    .sort(
      (one, other) =>
        Number(one.busy) - Number(other.busy) ||
        weightOf(one) - weightOf(other) ||
        one.volunteer.askedLately - other.volunteer.askedLately ||
        other.skills.length - one.skills.length ||
        lot(wanted.id + one.volunteer.id) - lot(wanted.id + other.volunteer.id) ||
        (one.volunteer.id < other.volunteer.id ? -1 : 1),
    )
