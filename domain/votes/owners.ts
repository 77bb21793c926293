import { withKey, type Decision, type Step } from '@/domain/shared/step'
import type { Instant } from '@/types/shared/day'
import { mostOwners } from '@/types/shared/voteLimits'
import type { OwnerAnswer, OwnerRules, OwnersResult } from '@/types/votes'
import { reaches } from './tally'

/** One unit of the building with its owner, as staff read it off the deed. */
export interface OwnerEntry {
  readonly unit: string
  readonly name: string
  /** Made of the name: who owns several units counts once, and gives one answer. */
  readonly owner: string
  /** 0.01 m² */
  readonly area: number
  /** The verified resident who may answer on the phone. */
  readonly person: string | null
  readonly answer: OwnerAnswer | null
  readonly how: 'phone' | 'paper' | null
  /** Who entered the paper, or answered. */
  readonly by: string | null
  readonly photo: string | null
  readonly at: Instant | null
  /** They left: the name goes when the count is over. */
  readonly forgotten?: true
}

export type OwnerEntries = Readonly<Record<string, OwnerEntry>>

/** All owners of one building, in one document: each step is guarded by `seq`. */
export interface Roll {
  readonly seq: number
  readonly keys: readonly string[]
  readonly started: boolean
  readonly sealed: boolean
  /** By unit. */
  readonly owners: OwnerEntries
  /** Units whose owner is still to hear of the paper that was entered for them. */
  readonly toTell: readonly string[]
}

type Counted = Pick<OwnerEntry, 'owner' | 'area'>

/** People and area: by law one buyer of several units is one person (民法典 278 and its interpretation). */
const sum = (units: readonly Counted[]) => ({
  owners: new Set(units.map(({ owner }) => owner)).size,
  area: units.reduce((all, { area }) => all + area, 0),
})

/** What the answers come to: both shares by area and by number, in whole numbers. */
export const ownersTally = (
  units: readonly (Counted & Pick<OwnerEntry, 'answer'>)[],
  { turnout, yes }: OwnerRules,
): OwnersResult => {
  const all = sum(units)
  const took = sum(units.filter(({ answer }) => answer !== null))
  const agree = sum(units.filter(({ answer }) => answer === 'agree'))
  const enough =
    took.owners > 0 &&
    reaches(took.owners, all.owners, turnout) &&
    reaches(took.area, all.area, turnout)
  return {
    ...all,
    units: units.length,
    took,
    yes: agree,
    enough,
    carried:
      enough && reaches(agree.owners, took.owners, yes) && reaches(agree.area, took.area, yes),
  }
}

/** All units of one owner, by their ids. */
export const unitsOf = (entries: OwnerEntries, owner: string): [string, OwnerEntry][] =>
  Object.entries(entries).filter(([, entry]) => entry.owner === owner)

/** Residents who may answer as owners. */
export const linkedIn = (entries: OwnerEntries): string[] => [
  ...new Set(Object.values(entries).flatMap(({ person }) => person ?? [])),
]

const refused = (code: string, data?: Readonly<Record<string, number>>): Decision => ({
  outcome: 'refused',
  refusal: { code, ...(data && { data }) },
})

const changed = (roll: Roll, key: string, change: Omit<Step['change'], 'inc'>): Decision => ({
  outcome: 'step',
  step: {
    guard: { equal: { seq: roll.seq, sealed: false } },
    change: {
      ...change,
      set: { keys: withKey(roll.keys, key), ...change.set },
      inc: { seq: 1 },
    },
  },
})

/** Some units as they are from now on, and who is linked then. */
const withUnits = (
  roll: Roll,
  entries: OwnerEntries,
): Readonly<Record<string, OwnerEntry | readonly string[]>> => ({
  ...Object.fromEntries(Object.entries(entries).map(([id, entry]) => [`owners.${id}`, entry])),
  people: linkedIn({ ...roll.owners, ...entries }),
})

interface Entered extends Pick<OwnerEntry, 'unit' | 'name' | 'owner' | 'area'> {
  /** Made of the unit: the same unit is the same line. */
  readonly id: string
}

export const unanswered = { answer: null, how: null, by: null, photo: null, at: null } as const

/** Owners are entered, or corrected, until the count starts. */
export const decideOwners = (
  roll: Roll,
  { key, owners }: { key: string; owners: readonly Entered[] },
): Decision => {
  if (roll.keys.includes(key)) return { outcome: 'same' }
  if (roll.started) return refused('AlreadyStarted')
  const after = new Set([...Object.keys(roll.owners), ...owners.map(({ id }) => id)])
  if (after.size > mostOwners) return refused('TooManyOwners', { most: mostOwners })
  const linked = ({ owner }: Entered) =>
    unitsOf(roll.owners, owner).find(([, { person }]) => person !== null)?.[1].person ?? null
  const entries = owners.map(({ id, ...entered }) => [
    id,
    { ...entered, person: linked({ id, ...entered }), ...unanswered } satisfies OwnerEntry,
  ])
  return changed(roll, key, { set: withUnits(roll, Object.fromEntries(entries) as OwnerEntries) })
}

export const decideRemoveOwner = (
  roll: Roll,
  { key, owner: id }: { key: string; owner: string },
): Decision => {
  const { [id]: known, ...others } = roll.owners
  if (roll.keys.includes(key) || !known) return { outcome: 'same' }
  return roll.started
    ? refused('AlreadyStarted')
    : changed(roll, key, { set: { people: linkedIn(others) }, unset: [`owners.${id}`] })
}

/** The owner of a unit is one of our residents, or is not after all: so it is with all their units. */
export const decideLink = (
  roll: Roll,
  { key, owner: id, person }: { key: string; owner: string; person: string | null },
): Decision => {
  if (roll.keys.includes(key)) return { outcome: 'same' }
  if (roll.sealed) return refused('VoteOver')
  const known = roll.owners[id]
  if (!known) return refused('NotFound')
  const units = unitsOf(roll.owners, known.owner).map(([unit, entry]) => [
    unit,
    { ...entry, person },
  ])
  return changed(roll, key, { set: withUnits(roll, Object.fromEntries(units) as OwnerEntries) })
}

export const decideStart = (roll: Roll, key: string): Decision => {
  if (roll.started) return { outcome: 'same' }
  if (Object.keys(roll.owners).length === 0) return refused('NobodyThere')
  return changed(roll, key, { set: { started: true } })
}

interface Answering {
  readonly key: string
  readonly owner: string
  readonly answer: OwnerAnswer
  readonly by: string
  /** Of the signed paper; none from the owner's own phone. */
  readonly photo: string | null
  readonly at: Instant
}

/** An answer for all units of an owner, from a signed paper or from the owner; the last one stands. */
export const decideAnswer = (
  roll: Roll,
  { key, owner: id, answer, by, photo, at }: Answering,
): Decision => {
  if (roll.keys.includes(key)) return { outcome: 'same' }
  if (roll.sealed) return refused('VoteOver')
  const known = roll.owners[id]
  if (!known) return refused('NotFound')
  const units = unitsOf(roll.owners, known.owner).map(([unit, entry]) => [
    unit,
    {
      ...entry,
      ...{ answer, by, at },
      how: photo === null ? 'phone' : 'paper',
      // The paper that was signed before stays on record.
      photo: photo ?? entry.photo,
    } satisfies OwnerEntry,
  ])
  return changed(roll, key, {
    set: {
      ...withUnits(roll, Object.fromEntries(units) as OwnerEntries),
      ...(photo !== null &&
        known.person !== null && { toTell: [...new Set([...roll.toTell, id])] }),
    },
    ...(photo !== null && { push: { photos: photo } }),
  })
}
