import type { ConsentPurpose } from '@/types/residents'
import type { Day } from '@/types/shared/day'
import type { Skill } from '@/types/shared/skills'
import type { Registration } from '@/types/volunteers'
import { adultFrom, ageOn } from '../residents/age'

/**
 * Whether somebody is under 18 on a day; null when nobody knows. Everything that asks for an age as a volunteer asks
 * here, and says itself what it makes of somebody whose age nobody knows.
 */
export const isMinor = (
  birthDate: Day | null,
  /** They said that they are 18 or over, or staff answer for it; a birth date counts for more. */
  saidAdult: boolean,
  today: Day,
): boolean | null => {
  if (birthDate !== null) return ageOn(birthDate, today) < adultFrom
  return saidAdult ? false : null
}

/** What a volunteer may agree to, and which consent stands for it. */
export const agreedTo = {
  listed: 'talentDirectory',
  contact: 'showContact',
  honours: 'honours',
} as const satisfies Partial<Record<keyof Registration, ConsentPurpose>>

const choices = ['listed', 'contact', 'honours'] as const

/** Who registers somebody: they themselves, somebody who acts for them, or staff. */
export type Registrar =
  | { who: 'self' }
  | { who: 'actor'; guardian: boolean }
  | { who: 'staff'; said: 'spoken' | 'signedForm' | null }

type Refused = 'AgeUnknown' | 'GuardianNeeded' | 'ConsentNeeded' | 'NotForMinors'

/**
 * Why somebody cannot be registered like this, or null. `before` is what they agreed to already. A minor serves with the
 * guardian's consent, and is in no directory and no ranking; what an adult agrees to, only they say.
 */
export const registerRefusal = (
  next: Registration,
  before: Pick<Registration, 'listed' | 'contact' | 'honours'> | null,
  minor: boolean | null,
  by: Registrar,
): Refused | null => {
  if (minor === null) return 'AgeUnknown'
  const added = choices.filter((choice) => next[choice] && !before?.[choice])
  if (minor) {
    const agreed =
      (by.who === 'actor' && by.guardian) || (by.who === 'staff' && by.said === 'signedForm')
    if (!agreed) return 'GuardianNeeded'
    return choices.some((choice) => next[choice]) ? 'NotForMinors' : null
  }
  if (added.length === 0 || by.who === 'self') return null
  return by.who === 'staff' && by.said !== null ? null : 'ConsentNeeded'
}

/** The consents that what was said stands on: for a minor, that of the guardian. */
export const consentsOf = (said: Registration, minor: boolean): ConsentPurpose[] =>
  minor
    ? ['volunteerMinor']
    : choices.filter((choice) => said[choice]).map((choice) => agreedTo[choice])

/** The choice a consent stands for, or null where it stands for the whole registration. */
export const choiceOf = (purpose: ConsentPurpose): (typeof choices)[number] | null =>
  choices.find((choice) => agreedTo[choice] === purpose) ?? null

/** Each thing once, in the order of the form. */
export const tidied = (said: Registration): Registration => ({
  ...said,
  skills: [...new Set(said.skills)],
  free: [...new Map(said.free.map((time) => [`${time.weekday}${time.part}`, time])).values()],
})

/** The word under which searches find who can do something at a node; without a skill, whoever is there. */
export const offerAt = (node: string, skill?: Skill): string => `${node}|${skill ?? ''}`

/** All words somebody is found by. */
export const offersOf = (path: readonly string[], skills: readonly Skill[]): string[] =>
  path.flatMap((node) => [offerAt(node), ...skills.map((skill) => offerAt(node, skill))])

/** Brings people into an order in which those of one node stand side by side. */
export const livesAt = (path: readonly string[], id: string): string => [...path, id].join('.')

/** A part of that order: from one place in it up to, but without, another. */
export interface Stretch {
  from: string
  to: string
}

/** Everybody below a node. No id of a node holds a dot, and in the order nothing is between a dot and a slash. */
const below = (path: readonly string[]): Stretch => ({
  from: `${path.join('.')}.`,
  to: `${path.join('.')}/`,
})

/** Everybody, in stretches: first who lives in the last node of a path, then who lives in the one above, and so on. */
export const nearestFirst = (path: readonly string[]): Stretch[] =>
  [...path.keys()].reverse().flatMap((depth) => {
    const all = below(path.slice(0, depth + 1))
    if (depth === path.length - 1) return [all]
    const nearer = below(path.slice(0, depth + 2))
    return [
      { from: all.from, to: nearer.from },
      { from: nearer.to, to: all.to },
    ]
  })

/** Steps up from one place until it also holds the other: 0 in the same building, more the farther apart. */
export const stepsApart = (near: readonly string[], path: readonly string[]): number =>
  near.filter((node) => !path.includes(node)).length
