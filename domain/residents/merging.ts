import type { Day } from '@/types/shared/day'
import type { Facts } from './facts'
import type { Person } from './person'
import { isVerified } from './verification'

const latest = (a: Day | null, b: Day | null): Day | null =>
  a === null || b === null ? null : a > b ? a : b

const tagsOfBoth = (a: Facts['tags'], b: Facts['tags']): Facts['tags'] => ({
  ...a,
  ...Object.fromEntries(
    Object.entries(b).map(([tag, until]) => [
      tag,
      tag in a ? latest(a[tag] ?? null, until) : until,
    ]),
  ),
})

const minutesOfBoth = ({ minutes: a }: Facts, { minutes: b }: Facts): Pick<Facts, 'minutes'> => {
  if (!a && !b) return {}
  const sum = { ...a }
  for (const [month, more] of Object.entries(b ?? {})) sum[month] = (sum[month] ?? 0) + more
  return { minutes: sum }
}

/** Who registered with either is a volunteer; what the record that stays said counts. */
const volunteerOfBoth = (
  { volunteer: a }: Facts,
  { volunteer: b }: Facts,
): Pick<Facts, 'volunteer'> => {
  const volunteer = a ?? b
  return volunteer ? { volunteer } : {}
}

/** Which of two records speaks for the home and the birth date: the one whose verification holds (longer), else the one that stays. */
const speaker = (keep: Person, merge: Person, today: Day): Person => {
  const [a, b] = [keep.facts.verifiedUntil, merge.facts.verifiedUntil]
  if (!isVerified(b, today)) return keep
  return isVerified(a, today) && a! >= b! ? keep : merge
}

/** Why two records cannot become one, or null. */
export const mergeRefusal = (
  keep: Person,
  merge: Person,
): 'SamePerson' | 'BothHavePhones' | null => {
  if (keep.facts.id === merge.facts.id) return 'SamePerson'
  return keep.openid !== null && merge.openid !== null ? 'BothHavePhones' : null
}

/**
 * The record that stays when two are found to be of one person: everything that either holds; where they differ, a
 * verification that holds decides, then the record that stays.
 */
export const merged = (keep: Person, merge: Person, today: Day): Person => {
  const sure = speaker(keep, merge, today)
  const [first, second] = sure === keep ? [keep, merge] : [merge, keep]
  const home = first.home || !second.home ? first : second
  const self = [keep.facts.id, merge.facts.id]
  return {
    ...keep,
    facts: {
      ...keep.facts,
      birthDate: first.facts.birthDate ?? second.facts.birthDate,
      household: home.facts.household,
      path: home.facts.path,
      verifiedUntil: sure.facts.verifiedUntil,
      tags: tagsOfBoth(keep.facts.tags, merge.facts.tags),
      ...minutesOfBoth(keep.facts, merge.facts),
      ...volunteerOfBoth(keep.facts, merge.facts),
      former: [...(keep.facts.former ?? []), merge.facts.id, ...(merge.facts.former ?? [])],
    },
    openid: keep.openid ?? merge.openid,
    phone: keep.phone ?? merge.phone,
    emergencyContact: keep.emergencyContact ?? merge.emergencyContact,
    home: home.home,
    homeName: home.homeName,
    buildingName: home.buildingName,
    verification: sure.verification,
    revoked: sure.verification ? null : (keep.revoked ?? merge.revoked),
    tagBasis: { ...merge.tagBasis, ...keep.tagBasis },
    cards: [...keep.cards, ...merge.cards],
    actors: Object.fromEntries(
      Object.entries({ ...merge.actors, ...keep.actors }).filter(
        ([actor]) => !self.includes(actor),
      ),
    ),
  }
}

/** The merged record: it points to the one that stays and is found by nobody. */
export const leftBehind = (merge: Person, keep: string): Person => ({
  ...merge,
  mergedInto: keep,
  openid: null,
  cards: [],
  actors: {},
  eraseOn: null,
  eraseWish: null,
})
