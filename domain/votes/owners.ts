import type { Refusal } from '@/domain/shared/refusal'
import { withKey, type Step } from '@/domain/shared/step'
import type { Instant } from '@/types/shared/day'
import { mostOwners } from '@/types/shared/voteLimits'
import type { OwnerAnswer, OwnerRules, OwnersResult } from '@/types/votes'
import { reaches } from './tally'

/** One owner: a unit of the building, as staff read it off the deed. */
export interface OwnerEntry {
  readonly unit: string
  readonly name: string
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
}

/** All owners of one building, in one document: each step is guarded by `seq`. */
export interface Roll {
  readonly seq: number
  readonly keys: readonly string[]
  readonly started: boolean
  readonly sealed: boolean
  readonly owners: Readonly<Record<string, OwnerEntry>>
}

const sum = (owners: readonly Pick<OwnerEntry, 'area'>[]) => ({
  owners: owners.length,
  area: owners.reduce((all, { area }) => all + area, 0),
})

/** What the answers come to: both shares by area and by number, in whole numbers. */
export const ownersTally = (
  owners: readonly Pick<OwnerEntry, 'area' | 'answer'>[],
  { turnout, yes }: OwnerRules,
): OwnersResult => {
  const all = sum(owners)
  const took = sum(owners.filter(({ answer }) => answer !== null))
  const agree = sum(owners.filter(({ answer }) => answer === 'agree'))
  const enough =
    took.owners > 0 &&
    reaches(took.owners, all.owners, turnout) &&
    reaches(took.area, all.area, turnout)
  return {
    ...all,
    took,
    yes: agree,
    enough,
    carried:
      enough && reaches(agree.owners, took.owners, yes) && reaches(agree.area, took.area, yes),
  }
}

export type RollDecision =
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
  | { readonly outcome: 'same' }
  | { readonly outcome: 'step'; readonly step: Step }

const refused = (code: string, data?: Refusal['data']): RollDecision => ({
  outcome: 'refused',
  refusal: { code, ...(data && { data }) },
})

const changed = (roll: Roll, key: string, change: Omit<Step['change'], 'inc'>): RollDecision => ({
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

interface Entered extends Pick<OwnerEntry, 'unit' | 'name' | 'area'> {
  /** Made of the unit: the same unit is the same owner. */
  readonly id: string
}

/** Owners are entered, or corrected, until the count starts. */
export const decideOwners = (
  roll: Roll,
  { key, owners }: { key: string; owners: readonly Entered[] },
): RollDecision => {
  if (roll.keys.includes(key)) return { outcome: 'same' }
  if (roll.started) return refused('AlreadyStarted')
  const after = new Set([...Object.keys(roll.owners), ...owners.map(({ id }) => id)])
  if (after.size > mostOwners) return refused('TooManyOwners', { most: mostOwners })
  const entries = owners.map(({ id, ...owner }) => [
    `owners.${id}`,
    {
      ...owner,
      person: roll.owners[id]?.person ?? null,
      answer: null,
      how: null,
      by: null,
      photo: null,
      at: null,
    } satisfies OwnerEntry,
  ])
  return changed(roll, key, { set: Object.fromEntries(entries) as Record<string, OwnerEntry> })
}

export const decideRemoveOwner = (
  roll: Roll,
  { key, owner }: { key: string; owner: string },
): RollDecision => {
  if (roll.keys.includes(key) || !roll.owners[owner]) return { outcome: 'same' }
  return roll.started
    ? refused('AlreadyStarted')
    : changed(roll, key, { unset: [`owners.${owner}`] })
}

/** An owner is one of our residents, or is not after all. */
export const decideLink = (
  roll: Roll,
  { key, owner, person }: { key: string; owner: string; person: string | null },
): RollDecision => {
  if (roll.keys.includes(key)) return { outcome: 'same' }
  if (roll.sealed) return refused('VoteOver')
  if (!roll.owners[owner]) return refused('NotFound')
  const others = Object.entries(roll.owners).flatMap(([id, one]) =>
    id === owner || one.person === null ? [] : [one.person],
  )
  const people = [...new Set([...others, ...(person === null ? [] : [person])])]
  return changed(roll, key, { set: { [`owners.${owner}.person`]: person, people } })
}

export const decideStart = (roll: Roll, key: string): RollDecision => {
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

/** An answer, from a signed paper or from the owner; the last one stands. */
export const decideAnswer = (
  roll: Roll,
  { key, owner, answer, by, photo, at }: Answering,
): RollDecision => {
  if (roll.keys.includes(key)) return { outcome: 'same' }
  if (roll.sealed) return refused('VoteOver')
  const known = roll.owners[owner]
  if (!known) return refused('NotFound')
  const entry: OwnerEntry = {
    ...known,
    ...{ answer, by, at },
    how: photo === null ? 'phone' : 'paper',
    // The paper that was signed before stays on record.
    photo: photo ?? known.photo,
  }
  return changed(roll, key, {
    set: { [`owners.${owner}`]: entry },
    ...(photo !== null && { push: { photos: photo } }),
  })
}
