import type { Lookup } from '@/domain/residents/lookup'
import { stands, type Person } from '@/domain/residents/person'
import type { ConsentPurpose, NodeKind, Relation } from '@/types/residents'
import type { Day, Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { collection, type Projection, type Stored } from '../kit/collection'
import { idOf } from '../kit/ids'
import type { Passport } from '../kit/passport'

/** A person as stored: the record, what finds it, and its version for guarded changes. */
export interface PersonDoc extends Stored, Person, Lookup {
  /** Raised by every change. */
  rev: number
  /** The person was told that the verification ends. */
  endTold: boolean
  /** The tap that brought the phone number: WeChat's code works once. */
  phoneKey: string | null
}

/** A passport with what its write-through needs. */
export interface PassportDoc extends Passport {
  /** Persons whose facts are copied here besides the holder's: the keys of `dependants`. */
  actsFor: readonly string[]
  /** `<node>/<role>` of every grant, to find who holds what. */
  posts: readonly string[]
  /** Version of each person's record that was copied; an older copy never overwrites a newer one. */
  copied: Readonly<Record<string, number>>
}

/** A place of the organisation tree. */
export interface NodeDoc extends Stored {
  kind: NodeKind
  name: string
  /** With the name of the community, for a building. */
  label: string
  parent: string | null
  /** From the centre down to the node itself. */
  path: readonly string[]
  owner: string | null
  deputy: string | null
  awayUntil: Instant | null
  /** The people below carry an old name or path; a job brings them up to date. */
  peopleStale: boolean
  /** Of the root: raised whenever an admin leaves, so that two who leave at once meet. */
  adminsRev?: number
}

/** What a person agreed to, by which version of the text, and when they took it back. Never overwritten. */
export interface ConsentDoc extends Stored {
  person: string
  purpose: ConsentPurpose
  version: string
  /** Who said yes: the person, the guardian of a child, or staff who hold the signed form. */
  givenBy: string
  /** Whom or what it is about: a person's id, or a tag. */
  about: string | null
  givenAt: Instant
  until: Instant | null
  withdrawnAt: Instant | null
}

/** Two records that may be of one person. */
export interface DoubleDoc extends Stored {
  a: string
  b: string
  why: 'birthDate' | 'home'
  state: 'open' | 'dismissed' | 'merged'
  /** Nodes whose staff see it. */
  scopes: readonly string[]
  at: Instant
}

/** Somebody asked to act for a person who has a phone, and waits for the answer. */
export interface ActRequest extends Stored {
  subject: string
  actor: string
  actorName: string
  relation: Relation
  at: Instant
}

/** How often something was tried on a day. */
export interface Tries extends Stored {
  count: number
  /** The keys that were counted: a repeated tap is one try. */
  keys: readonly string[]
  day: Day
}

/** A file of somebody's data, until it is removed. */
export interface DataExport extends Stored {
  person: string
  file: string
  /** There was time for everything. */
  complete: boolean
  removeAt: Instant
}

export const people = collection<PersonDoc>('people')
export const passports = collection<PassportDoc>('passports')
export const nodes = collection<NodeDoc>('nodes')
export const consents = collection<ConsentDoc>('consents')
export const doubles = collection<DoubleDoc>('doubles')
export const actRequests = collection<ActRequest>('act_requests')
export const tries = collection<Tries>('tries')
export const dataExports = collection<DataExport>('data_exports')

/** What a line of a list needs of a person. */
export const lineFields: Projection = {
  facts: true,
  homeName: true,
  mergedInto: true,
  erasedAt: true,
}

export const post = (node: string, role: string): string => `${node}/${role}`

export const doubleId = (centre: string, one: string, other: string): string =>
  idOf(centre, 'b', ...[one, other].sort())

export const actRequestId = (centre: string, subject: string, actor: string): string =>
  idOf(centre, 'k', subject, actor)

/** The person a card belongs to, or null when it was revoked or never ours. */
export const personOfCard = async (centre: string, card: string): Promise<PersonDoc | null> => {
  const [person] = await people.of(centre).find({ where: { cardIds: card }, limit: 1 })
  return person ?? null
}

/** Names by id; a person who is not there is left out. */
export const namesOf = async (
  centre: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map()
  const found = await people.of(centre).find({
    where: { _id: command.in([...new Set(ids)]) },
    limit: ids.length,
    fields: { 'facts.name': true },
  })
  return new Map(found.map(({ _id, facts }) => [_id, facts.name]))
}

/** A person's record; that of the one they were merged into, null when erased or unknown. */
export const personNow = async (centre: string, id: string): Promise<PersonDoc | null> => {
  const person = await people.of(centre).get(id)
  if (person?.mergedInto) return personNow(centre, person.mergedInto)
  return person && stands(person) ? person : null
}

/**
 * What lines of a list need of people, and the fields named besides, by the ids asked for: of the one somebody was merged
 * into, none of who is erased.
 */
export const personsNow = async (
  centre: string,
  ids: readonly string[],
  more: Projection = {},
): Promise<ReadonlyMap<string, PersonDoc>> => {
  if (ids.length === 0) return new Map()
  const found = await people.of(centre).find({
    where: { _id: command.in([...ids]) },
    limit: ids.length,
    fields: { ...lineFields, buildingName: true, phone: true, ...more },
  })
  const merged = await personsNow(
    centre,
    found.flatMap(({ mergedInto }) => mergedInto ?? []),
    more,
  )
  return new Map(
    found.flatMap((person) => {
      const now = person.mergedInto === null ? person : merged.get(person.mergedInto)
      return now && stands(now) ? [[person._id, now] as const] : []
    }),
  )
}
