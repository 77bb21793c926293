import type { Collection, Index } from './catalog'
import { conditionsOf, type Conditions, type Constraint, type Edge } from './conditions'
import type { Document } from './document'
import { geoConditions } from './geo-conditions'
import type { Bounds } from './geometry'
import { geoField, geoStretches, reaches } from './geo-keys'
import { inverted } from './index-keys'
import type { Connection, Stretch } from './storage'

export type Order = readonly (readonly [field: string, direction: 1 | -1])[]

/** How to come by the documents of a query. */
export interface Plan {
  /** Stretches of indexes to walk, in key order; undefined = every document of the collection. */
  readonly stretches: readonly Stretch[] | undefined
  /** The records found in a 2dsphere index, instead of stretches. */
  readonly records?: readonly number[]
  readonly backwards: boolean
  /** Whether the walk yields the documents in the order asked for. */
  readonly ordered: boolean
  /** Whether it does so only when the stretches are walked side by side, each in order. */
  readonly merged: boolean
  /** Whether every document of the stretches matches the query. */
  readonly exact: boolean
  /** Whether a document may come up more than once. */
  readonly repeats: boolean
}

/** More combinations of `$in` values than this are not walked one by one. */
const MOST_STRETCHES = 1000
/** More stretches than this are not walked side by side for their order, as in MongoDB. */
const MOST_MERGED = 200
/** Entries are counted no further than this to compare two indexes. */
const COUNTED = 1000

/**
 * The cheapest way to a query's documents: the index whose stretches hold the fewest entries, and among those
 * alike the one that also yields the order. `most` is how many documents are wanted, when that is known.
 */
export function plan(
  connection: Connection,
  collection: Collection,
  query: Document,
  order: Order,
  most: number | undefined,
  variables?: Document,
): Plan {
  const conditions = conditionsOf(query, variables)
  const candidates = collection.indexes
    .map((index) => usable(index, conditions, order))
    .filter((candidate) => candidate !== undefined)
  const around = recordsAround(connection, collection, query)
  if (around !== undefined) return around
  const bounded = candidates.filter((candidate) => candidate.bounded)
  if (bounded.length > 0) return cheapest(connection, candidates, order, most)
  const union =
    inOrderUnionOf(connection, collection, conditions, order, most) ??
    unionOf(connection, collection, conditions)
  if (union !== undefined) return union
  return candidates.find((candidate) => candidate.ordered) ?? everything(conditions, order)
}

/** What a 2dsphere index knows to be in reach of a geo condition. */
function recordsAround(
  connection: Connection,
  collection: Collection,
  query: Document,
): Plan | undefined {
  if (!collection.indexes.some((index) => index.geo)) return undefined
  let smallest: { index: Index; bounds: Bounds } | undefined
  for (const { field, bounds } of geoConditions(query)) {
    const index = collection.indexes.find((one) => one.geo && geoField(one) === field)
    if (index === undefined) continue
    if (smallest === undefined || area(bounds) < area(smallest.bounds)) smallest = { index, bounds }
  }
  if (smallest === undefined) return undefined
  const records = new Set<number>()
  for (const stretch of geoStretches(smallest.index, smallest.bounds)) {
    for (const { key, record } of connection.keys(stretch)) {
      if (reaches(key, smallest.bounds)) records.add(record)
    }
  }
  return {
    stretches: undefined,
    records: [...records].sort((a, b) => a - b),
    backwards: false,
    ordered: false,
    merged: false,
    exact: false,
    repeats: false,
  }
}

function area([west, south, east, north]: Bounds): number {
  return (east - west) * (north - south)
}

interface Candidate extends Plan {
  readonly stretches: readonly Stretch[]
  readonly bounded: boolean
  /** Full unique key given: at most one document. */
  readonly single: boolean
}

function everything(conditions: Conditions, order: Order): Plan {
  const exact = conditions.complete && conditions.byField.size === 0
  const ordered = order.length === 0
  return { stretches: undefined, backwards: false, ordered, merged: false, exact, repeats: false }
}

function cheapest(
  connection: Connection,
  candidates: readonly Candidate[],
  order: Order,
  most: number | undefined,
): Plan {
  const single = candidates.find((candidate) => candidate.single)
  if (single !== undefined) return single
  const bounded = candidates.filter((candidate) => candidate.bounded)
  if (bounded.length === 1 && (order.length === 0 || bounded[0]!.ordered)) return bounded[0]!
  let best: Candidate | undefined
  let bestCost = Infinity
  for (const candidate of candidates) {
    let cost = 0
    for (const stretch of candidate.stretches) {
      cost += connection.countEntries(stretch, COUNTED - cost)
      if (cost >= COUNTED) break
    }
    if (candidate.ordered && candidate.exact && most !== undefined)
      cost = Math.min(cost, candidate.merged ? most + candidate.stretches.length : most)
    if (!candidate.bounded) cost = Math.max(cost, COUNTED) + 1
    if (cost < bestCost || (cost === bestCost && candidate.ordered && !best!.ordered)) {
      best = candidate
      bestCost = cost
    }
  }
  return best!
}

/** A `$or` of which every branch has an index: their stretches one after another. */
function unionOf(
  connection: Connection,
  collection: Collection,
  conditions: Conditions,
): Plan | undefined {
  for (const branches of conditions.alternatives) {
    const walks = branches.map((branch) => boundedFor(collection, branch, []))
    if (walks.length === 0 || walks.some((candidates) => candidates.length === 0)) continue
    const stretches = walks.flatMap(
      (candidates) => cheapest(connection, candidates, [], undefined).stretches!,
    )
    return { ...union, stretches, backwards: false, ordered: false, merged: false }
  }
  return undefined
}

/** A `$or` of which every branch has an index that yields the order: their stretches side by side. */
function inOrderUnionOf(
  connection: Connection,
  collection: Collection,
  conditions: Conditions,
  order: Order,
  most: number | undefined,
): Plan | undefined {
  if (order.length === 0) return undefined
  for (const branches of conditions.alternatives) {
    const walks = branches.map((branch) =>
      boundedFor(collection, branch, order).filter(({ ordered }) => ordered),
    )
    if (walks.length === 0 || walks.some((candidates) => candidates.length === 0)) continue
    const chosen = walks.map((candidates) => cheapest(connection, candidates, order, most))
    const backwards = chosen[0]!.backwards
    const stretches = chosen.flatMap((plan) => plan.stretches!)
    if (chosen.some((plan) => plan.backwards !== backwards) || stretches.length > MOST_MERGED)
      continue
    return { ...union, stretches, backwards, ordered: true, merged: true }
  }
  return undefined
}

const union = { exact: false, repeats: true } as const

const boundedFor = (collection: Collection, conditions: Conditions, order: Order): Candidate[] =>
  collection.indexes
    .map((index) => usable(index, conditions, order))
    .filter((candidate) => candidate !== undefined && candidate.bounded) as Candidate[]

interface FieldBounds {
  readonly points?: readonly Buffer[]
  readonly low?: Edge
  readonly high?: Edge
  readonly exact: boolean
}

/** What an index can do for a query, or undefined when it helps with neither conditions nor order. */
function usable(index: Index, conditions: Conditions, order: Order): Candidate | undefined {
  if (index.geo) return undefined
  let prefixes: Buffer[] = [Buffer.alloc(0)]
  let last: FieldBounds | undefined
  let used = 0
  let exact = conditions.complete && conditions.alternatives.length === 0
  const pinned: boolean[] = []
  for (; used < index.paths.length; used++) {
    const bounds = boundsOf(index, used, conditions)
    if (bounds === undefined) break
    if (!bounds.exact) exact = false
    if (bounds.points === undefined) {
      last = bounds
      used++
      break
    }
    if (prefixes.length * bounds.points.length > MOST_STRETCHES) break
    const parts = bounds.points.map((point) =>
      index.directions[used] === -1 ? inverted(point) : point,
    )
    pinned.push(parts.length === 1)
    prefixes = prefixes.flatMap((prefix) => parts.map((part) => Buffer.concat([prefix, part])))
  }
  if (conditions.byField.size !== new Set(fieldsUsed(index, used, conditions)).size) exact = false
  const ranged = last !== undefined
  const straight = orderOf(index, order, conditions, pinned, ranged)
  const apart =
    prefixes.length <= MOST_MERGED
      ? orderOf(
          index,
          order,
          conditions,
          pinned.map(() => true),
          ranged,
        )
      : undefined
  const walk = straight ?? apart
  const bounded = used > 0
  if (!bounded && (walk === undefined || order.length === 0)) return undefined

  prefixes.sort((a, b) => Buffer.compare(a, b))
  const direction = index.directions[used - 1] ?? 1
  const stretches = prefixes.map((prefix) => ({
    index: index.number,
    ...(last === undefined ? around(prefix) : between(prefix, last, direction)),
  }))
  const ordered = order.length === 0 || walk !== undefined
  return {
    stretches,
    backwards: ordered && walk === -1,
    ordered,
    merged: ordered && straight === undefined,
    exact,
    repeats: index.throughArray.includes(true),
    bounded,
    single: index.unique && pinned.length === index.paths.length && pinned.every(Boolean),
  }
}

function fieldsUsed(index: Index, used: number, conditions: Conditions): string[] {
  return index.spec.fields
    .slice(0, used)
    .map(({ field }) => field)
    .filter((field) => conditions.byField.has(field))
}

/**
 * The bounds of one field of an index. Where documents have arrays, two conditions may be met by two elements,
 * so only one of them bounds the walk, and a second field of the same array none.
 */
function boundsOf(index: Index, at: number, conditions: Conditions): FieldBounds | undefined {
  const constraints = conditions.byField.get(index.spec.fields[at]!.field)
  if (constraints === undefined) return undefined
  if (index.throughArray[at]) {
    const earlier = index.throughArray.slice(0, at).includes(true)
    if (earlier) return undefined
    const chosen = constraints.find(({ points }) => points !== undefined) ?? constraints[0]!
    return { ...chosen, exact: false }
  }
  return constraints.length === 1 ? constraints[0] : merged(constraints)
}

function merged(constraints: readonly Constraint[]): FieldBounds {
  const pointed = constraints.filter(({ points }) => points !== undefined)
  if (pointed.length > 0) {
    const fewest = pointed.reduce((a, b) => (b.points!.length < a.points!.length ? b : a))
    return { points: fewest.points, exact: false }
  }
  let low: Edge | undefined
  let high: Edge | undefined
  for (const constraint of constraints) {
    if (low === undefined || compareEdges(constraint.low!, low) > 0) low = constraint.low
    if (high === undefined || compareEdges(constraint.high!, high) < 0) high = constraint.high
  }
  return { low, high, exact: constraints.every(({ exact }) => exact) }
}

function compareEdges(a: Edge, b: Edge): number {
  return Buffer.compare(position(a), position(b))
}

/** Where an edge lies: at the bytes, or behind every key that begins with them. */
function position({ bytes, after }: Edge): Buffer {
  if (!after) return bytes
  let last = bytes.length - 1
  while (bytes[last] === 0xff) last--
  // Nothing before: no key is this long a run of 0xff.
  if (last < 0) return Buffer.alloc(bytes.length + 64, 0xff)
  const end = Buffer.from(bytes.subarray(0, last + 1))
  end[last]!++
  return end
}

function around(prefix: Buffer): { start: Buffer; end: Buffer } {
  return { start: prefix, end: position({ bytes: prefix, after: true }) }
}

function between(prefix: Buffer, { low, high }: FieldBounds, direction: 1 | -1) {
  const [first, second] = direction === 1 ? [low!, high!] : [turned(high!), turned(low!)]
  const behind = ({ bytes, after }: Edge) =>
    position({ bytes: Buffer.concat([prefix, bytes]), after })
  return { start: behind(first), end: behind(second) }
}

function turned({ bytes, after }: Edge): Edge {
  return { bytes: inverted(bytes), after: !after }
}

/**
 * 1 or -1 when walking the index forwards or backwards yields the order, undefined when it does not. Fields
 * pinned to one value may be left out of the order or stand anywhere in it.
 */
function orderOf(
  index: Index,
  order: Order,
  conditions: Conditions,
  pinned: readonly boolean[],
  ranged: boolean,
): 1 | -1 | undefined {
  const pinnedFields = new Set(
    index.spec.fields
      .filter((_, at) => pinned[at] && !index.throughArray[at])
      .map(({ field }) => field),
  )
  let walk: 1 | -1 | undefined
  let at = 0
  for (const [field, direction] of order) {
    if (pinnedFields.has(field)) continue
    // A document has one entry for one value of its array, so what follows that value is in order as well.
    while (pinned[at] && index.spec.fields[at]?.field !== field) at++
    if (index.spec.fields[at]?.field !== field) return undefined
    if (index.throughArray[at] && (ranged || conditions.byField.has(field))) return undefined
    const needed = direction === index.directions[at] ? 1 : -1
    if (walk !== undefined && walk !== needed) return undefined
    walk = needed
    at++
  }
  return walk ?? 1
}
