import { StoredDocument } from './changes'
import type { Collection } from './catalog'
import type { Document } from './document'
import { geoConditions, type GeoCondition, type Near } from './geo-conditions'
import { sortKey } from './index-entries'
import { component } from './index-keys'
import { matcher } from './language'
import { selectNearest } from './nearest'
import { plan, type Order, type Plan } from './planner'
import { firstRecord, type Connection, type EntryRow, type Row, type Stretch } from './storage'

/** Where an operation reads: committed data, or a transaction's snapshot with its own writes over it. */
export interface View {
  readonly connection: Connection
  /** The transaction's own writes in a collection. */
  own(collection: Collection): OwnWrites | undefined
}

export interface OwnWrites {
  /** Records of the snapshot that the transaction has changed or removed. */
  readonly replaced: ReadonlySet<number>
  /** What it put there instead, and what it inserted. */
  readonly documents: readonly StoredDocument[]
}

export interface Selection {
  readonly query: Document
  readonly order?: Order
  readonly offset?: number
  readonly limit?: number
  /** A `$lookup`'s `let`. */
  readonly variables?: Document
  /** Leaves a `$near` unsorted. */
  readonly anyOrder?: boolean
}

export interface Selected {
  readonly rows: StoredDocument[]
  /** Documents read to find them. */
  readonly examined: number
}

/** The documents of a selection, read by the best index; stops as soon as it has enough. */
export function select(view: View, collection: Collection, selection: Selection): Selected {
  const { query, order = [], offset = 0, limit, variables } = selection
  if (order.length === 0 && selection.anyOrder !== true) {
    const near = geoConditions(query).find(isNear)
    if (near !== undefined) return selectNearest(view, collection, selection, near)
  }
  const own = view.own(collection)
  if (own === undefined && typeof query._id === 'string')
    return selectById(view, collection, selection, query._id)
  const wanted = limit === undefined ? undefined : offset + limit
  const chosen = plan(view.connection, collection, query, order, wanted, variables)
  const matches = chosen.exact && own === undefined ? undefined : matcher(query, variables)
  const sorted = chosen.ordered && own === undefined
  const enough = wanted !== undefined && (sorted || order.length === 0) ? wanted : Infinity
  const batch = matches === undefined ? Math.min(enough, 500) : Math.min(enough * 2, 100)

  const found: StoredDocument[] = []
  let examined = 0
  if (enough > 0) {
    for (const row of walk(view.connection, collection, chosen, order, batch)) {
      if (own?.replaced.has(row.record)) continue
      examined++
      const stored = new StoredDocument(row)
      if (matches !== undefined && !matches(stored.document)) continue
      found.push(stored)
      if (found.length >= enough) break
    }
  }
  for (const stored of own?.documents ?? []) {
    examined++
    if (matches!(stored.document)) found.push(stored)
  }
  const inOrder = sorted || order.length === 0 ? found : sortDocuments(found, order)
  return { rows: inOrder.slice(offset, wanted), examined }
}

/** The one document of an `_id` needs no plan: most requests of a function are of this kind. */
function selectById(
  view: View,
  collection: Collection,
  { query, offset = 0, limit, variables }: Selection,
  id: string,
): Selected {
  const row = view.connection.documentAt(collection.indexes[0]!.number, component(id))
  if (row === undefined) return { rows: [], examined: 0 }
  const stored = new StoredDocument(row)
  const fits = Object.keys(query).length === 1 || matcher(query, variables)(stored.document)
  return {
    rows: fits ? [stored].slice(offset, limit === undefined ? undefined : offset + limit) : [],
    examined: 1,
  }
}

function isNear(condition: GeoCondition): condition is GeoCondition & { near: Near } {
  return condition.near !== undefined
}

/** Counts without reading documents where the index says it all. */
export function countMatches(
  view: View,
  collection: Collection,
  query: Document,
): { total: number; examined: number } {
  const own = view.own(collection)
  if (own === undefined) {
    const chosen = plan(view.connection, collection, query, [], undefined)
    if (chosen.exact && !chosen.repeats) {
      if (chosen.stretches === undefined) {
        return { total: view.connection.countDocuments(collection.number), examined: 0 }
      }
      let total = 0
      for (const stretch of chosen.stretches) {
        total += view.connection.countEntries(stretch, Number.MAX_SAFE_INTEGER)
      }
      return { total, examined: 0 }
    }
  }
  const { rows, examined } = select(view, collection, { query })
  return { total: rows.length, examined }
}

function sortDocuments(documents: StoredDocument[], order: Order): StoredDocument[] {
  const keyOf = keyFor(order)
  return documents
    .map((stored) => ({ stored, key: keyOf(stored) }))
    .sort((a, b) => Buffer.compare(a.key, b.key))
    .map(({ stored }) => stored)
}

/**
 * The rows of a plan. They are fetched in batches that grow, each a finished statement: one left open would keep
 * an old state of the file alive.
 */
function* walk(
  connection: Connection,
  collection: Collection,
  { records, stretches, backwards, merged, repeats }: Plan,
  order: Order,
  firstBatch: number,
): Generator<Row> {
  if (records !== undefined) {
    for (const record of records) yield connection.document(record)!
    return
  }
  if (stretches === undefined) {
    yield* inBatches(firstBatch, (after: Row | undefined, limit) =>
      connection.documentsAfter(
        collection.number,
        after?.record ?? firstRecord(collection.number),
        limit,
      ),
    )
    return
  }
  const seen = repeats ? new Set<number>() : undefined
  const inWalkOrder = backwards ? [...stretches].reverse() : stretches
  const batch = merged ? Math.ceil(firstBatch / stretches.length) : firstBatch
  const walks = inWalkOrder.map((stretch) => entriesOf(connection, stretch, backwards, batch))
  for (const row of merged ? sideBySide(walks, order) : oneAfterAnother(walks)) {
    if (seen?.has(row.record)) continue
    seen?.add(row.record)
    yield row
  }
}

function* oneAfterAnother(walks: readonly Generator<Row>[]): Generator<Row> {
  for (const rows of walks) yield* rows
}

/** Of several walks, each in order, always the row that comes first. */
function* sideBySide(walks: readonly Generator<Row>[], order: Order): Generator<Row> {
  const keyOf = keyFor(order)
  const headOf = (rows: Generator<Row>) => {
    const { value, done } = rows.next() as IteratorResult<Row, undefined>
    return done ? undefined : { rows, row: value, key: keyOf(new StoredDocument(value)) }
  }
  const heads = walks.map(headOf).filter((head) => head !== undefined)
  while (heads.length > 0) {
    const first = heads.reduce((a, b) => (Buffer.compare(b.key, a.key) < 0 ? b : a))
    yield first.row
    const next = headOf(first.rows)
    heads.splice(heads.indexOf(first), 1, ...(next ? [next] : []))
  }
}

/** A document's place in an order, as bytes. */
function keyFor(order: Order): (stored: StoredDocument) => Buffer {
  const fields = order.map(([field, direction]) => ({ path: field.split('.'), direction }))
  return ({ document }) => sortKey(document, fields)
}

function entriesOf(
  connection: Connection,
  stretch: Stretch,
  backwards: boolean,
  firstBatch: number,
): Generator<Row> {
  return inBatches(firstBatch, (after: EntryRow | undefined, limit) =>
    connection.entries(stretch, backwards, after, limit),
  )
}

const LARGEST_BATCH = 1000

function* inBatches<R extends Row>(
  first: number,
  fetch: (after: R | undefined, limit: number) => R[],
): Generator<R> {
  let limit = Math.max(1, first)
  let after: R | undefined
  for (;;) {
    const rows = fetch(after, limit)
    yield* rows
    if (rows.length < limit) return
    after = rows[rows.length - 1]
    limit = Math.min(limit * 4, LARGEST_BATCH)
  }
}
