import { sensitiveTags, type AudienceTag } from '@/types/residents'
import { addDays, type Day, type Instant } from '@/types/shared/day'
import type { StaffRole } from '@/types/shared/roles'
import type { Facts, Grant } from './facts'
import { inForce } from './facts'
import type { Person, TagBasis } from './person'

/** Every tag lapses after a year at most, and is set anew if it still holds. */
const mostDays = 365

export const isSensitive = (tag: string): boolean =>
  (sensitiveTags as readonly string[]).includes(tag)

/** Why a tag cannot be set until that day, or null. */
export const tagRefusal = (
  tag: AudienceTag,
  until: Day,
  consented: boolean,
  today: Day,
): 'ConsentNeeded' | 'UntilInPast' | 'UntilTooFar' | null => {
  if (until < today) return 'UntilInPast'
  if (until > addDays(today, mostDays)) return 'UntilTooFar'
  return isSensitive(tag) && !consented ? 'ConsentNeeded' : null
}

export const lapsesBy = (today: Day): Day => addDays(today, mostDays)

/** Centre, community, then grid: roles on the grid or below it are those of its owner. */
const gridDepth = 2

/**
 * Whether staff see the sensitive tags of a person: the grid worker of the person's own grid, and the staff of the
 * service at the centre. Not the community in between, nor a role that merely passes over the grid.
 */
export const seesSensitiveTags = (
  grants: readonly Grant[],
  path: readonly string[],
  at: Instant,
): boolean => {
  const held = (role: StaffRole, nodes: readonly string[]) =>
    grants.some((grant) => grant.role === role && nodes.includes(grant.node) && inForce(grant, at))
  return held('gridWorker', path.slice(gridDepth)) || held('centreStaff', path)
}

/** The tags that still hold on a day. */
export const tagsOn = (tags: Facts['tags'], day: Day): Record<string, Day | null> =>
  Object.fromEntries(Object.entries(tags).filter(([, until]) => until === null || day <= until))

/** The day after which the first tag lapses, or null. */
export const firstLapse = (tags: Facts['tags']): Day | null =>
  Object.values(tags).reduce<Day | null>(
    (first, until) => (until !== null && (first === null || until < first) ? until : first),
    null,
  )

/** The record without the tags that fit, and without their reasons. */
export const withoutTags = <P extends Person>(
  person: P,
  goes: (tag: AudienceTag) => boolean,
): P => {
  const stay = <T>(entries: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(entries).filter(([tag]) => !goes(tag as AudienceTag)))
  return {
    ...person,
    tagBasis: stay(person.tagBasis),
    facts: { ...person.facts, tags: stay(person.facts.tags) },
  }
}

/** The record with a tag until a day. */
export const withTag = <P extends Person>(
  person: P,
  tag: AudienceTag,
  until: Day,
  basis: TagBasis,
): P => ({
  ...person,
  tagBasis: { ...person.tagBasis, [tag]: basis },
  facts: { ...person.facts, tags: { ...person.facts.tags, [tag]: until } },
})
