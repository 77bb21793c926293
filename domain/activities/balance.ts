import { touched, type Step } from '@/domain/shared/step'
import type { Instant } from '@/types/shared/day'
import {
  counts,
  heldUntil,
  promotes,
  waiterOf,
  type Claim,
  type Seating,
  type Waiter,
} from './places'

export interface Balance {
  left: number
  heldLeft: number
  entries: number
  waiting: readonly Waiter[]
  households: Readonly<Record<string, number>>
  /** Who moves from the line into a free seat. */
  promoted: readonly Waiter[]
}

/**
 * What the counts are by the claims themselves, with free seats given to the line while promotion is on. Held seats
 * nobody asked for are given up a day before the start.
 */
export const balanceOf = (places: Seating, at: Instant): Balance => {
  const { rules, claims, seats } = places
  const all = Object.entries(claims)
  const taken = all.filter(([, { state }]) => state === 'in').length
  const heldLeft =
    at >= heldUntil(rules) ? 0 : Math.max(0, Math.min(places.heldLeft, seats - taken))
  const free = Math.max(0, seats - taken - heldLeft)
  const line = lineOf(places.waiting, claims)
  const promoted = promotes(rules, at) ? line.slice(0, free) : []
  return {
    left: free - promoted.length,
    heldLeft,
    entries: all.filter(([, { state }]) => state === 'entered').length,
    waiting: line.slice(promoted.length),
    households: householdsOf(Object.values(claims)),
    promoted,
  }
}

/** The line as the claims have it: in its order, each once, and whoever it lost at its end. */
const lineOf = (waiting: readonly Waiter[], claims: Seating['claims']): readonly Waiter[] => {
  const inLine = Object.entries(claims)
    .filter(([, { state }]) => state === 'waiting')
    .map(([person, claim]) => ({ person, at: claim.at, waiter: waiterOf(person, claim) }))
  const rank = new Map(waiting.map(({ person }, index) => [person, index]))
  const of = (person: string) => rank.get(person) ?? Infinity
  return inLine
    .sort((one, other) => of(one.person) - of(other.person) || one.at - other.at)
    .map(({ waiter }) => waiter)
}

export const householdsOf = (claims: readonly Claim[]): Record<string, number> => {
  const sums: Record<string, number> = {}
  for (const claim of claims)
    if (claim.household !== null && counts(claim))
      sums[claim.household] = (sums[claim.household] ?? 0) + 1
  return sums
}

/** Brings a document into balance, unless a claim changed meanwhile; null when it is. */
export const balanceStep = (places: Seating, at: Instant): Step | null => {
  const set = balancing(places, balanceOf(places, at))
  return Object.keys(set).length === 0
    ? null
    : {
        guard: { equal: { seq: places.seq } },
        change: { set: { ...touched.set, ...set }, inc: touched.inc },
      }
}

/** The fields in which a document differs from its balance. */
export const balancing = (
  places: Seating,
  { promoted, households, ...balance }: Balance,
): Record<string, unknown> => ({
  ...Object.fromEntries(
    Object.entries(balance).filter(
      ([field, value]) => !same(places[field as keyof typeof balance], value),
    ),
  ),
  ...(same(occupied(places.households), occupied(households)) ? {} : { households }),
  ...Object.fromEntries(
    promoted.flatMap(({ person }) => [
      [`claims.${person}.state`, 'in'],
      [`claims.${person}.pool`, 'open'],
      [`claims.${person}.owed`, 'promoted'],
    ]),
  ),
})

/** A household whose last claim was cancelled keeps a zero, which counts as none. */
const occupied = (households: Seating['households']): unknown =>
  Object.entries(households)
    .filter(([, seats]) => seats !== 0)
    .sort(([one], [other]) => (one < other ? -1 : 1))

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other)
