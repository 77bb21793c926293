import { calculateObjectSize } from 'bson'
import type { Catalog, Collection, Index } from './catalog'
import { decode, encode } from './encoding'
import type { Document } from './document'
import { documentTooLarge, duplicateKey } from './failures'
import { indexedValues } from './index-entries'
import type { Connection, Row } from './storage'

/** A stored document, parsed when first looked at. */
export class StoredDocument {
  #document: Document | undefined

  constructor(readonly row: Row) {}

  get document(): Document {
    return (this.#document ??= decode(this.row.text))
  }
}

/** The keys of a document in each index of its collection. */
export type Keys = ReadonlyMap<Index, readonly Buffer[]>

/** One document's way from what is stored (nothing, when it is new) to what shall be (nothing: removed). */
export interface Change {
  readonly collection: Collection
  /** The stored document's number; undefined while the document is new. */
  readonly record: number | undefined
  readonly before: Keys
  readonly after: Keys
  /** The document as it shall be; undefined when it is removed. */
  readonly document: Document | undefined
  readonly text: string
}

const noKeys: Keys = new Map()

export function keysOf(catalog: Catalog, collection: Collection, document: Document): Keys {
  const keys = new Map<Index, readonly Buffer[]>()
  for (const index of collection.indexes) keys.set(index, catalog.keys(index, document))
  return keys
}

export function insertion(
  catalog: Catalog,
  collection: Collection,
  document: Document,
  mostBytes: number,
): Change {
  return {
    collection,
    record: undefined,
    before: noKeys,
    after: keysOf(catalog, collection, document),
    document,
    text: encodeChecked(document, mostBytes),
  }
}

/** `before` are the keys of the stored document, taken before `document` was changed in place. */
export function replacement(
  catalog: Catalog,
  collection: Collection,
  record: number | undefined,
  before: Keys,
  document: Document,
  mostBytes: number,
): Change {
  const after = keysOf(catalog, collection, document)
  return { collection, record, before, after, document, text: encodeChecked(document, mostBytes) }
}

export function removal(collection: Collection, record: number | undefined, before: Keys): Change {
  return { collection, record, before, after: noKeys, document: undefined, text: '' }
}

/** Whether the document would be stored as it already is. */
export function changesNothing(change: Change, stored: Row): boolean {
  return change.text === stored.text
}

/**
 * Names of everything unique the change touches, its `_id` first: two changes that share a name cannot both be
 * under way. These are what transactions lock.
 */
export function claims(change: Change): string[] {
  const names = new Set<string>()
  for (const keys of [change.before, change.after]) {
    for (const [index, list] of keys) {
      if (!index.unique) continue
      for (const key of list) names.add(claimName(index, key))
    }
  }
  return [...names]
}

export function claimName(index: Index, key: Buffer): string {
  return `${index.number}:${key.toString('latin1')}`
}

/** The unique keys the change brings that the document does not have yet. */
export function newUniqueKeys(change: Change): { index: Index; key: Buffer }[] {
  const brought: { index: Index; key: Buffer }[] = []
  for (const [index, key] of missingFrom(change.before, change.after)) {
    if (index.unique) brought.push({ index, key })
  }
  return brought
}

/** The service's duplicate key error for a change. */
export function duplicate(change: Change, index: Index): Error {
  const values = indexedValues(change.document!, index.paths).rows[0]!
  return duplicateKey(change.collection.name, index.spec.name, values)
}

/** Refuses a key that another stored document has. */
export function checkUnique(connection: Connection, change: Change): void {
  for (const { index, key } of newUniqueKeys(change)) {
    const others = connection.holders(index.number, key)
    if (others.some((other) => other !== change.record)) throw duplicate(change, index)
  }
}

/** Takes away what the stored document has and the new one has not; the caller has opened an atomic step. */
export function dropOld(connection: Connection, change: Change): void {
  if (change.record === undefined) return
  for (const [index, key] of missingFrom(change.after, change.before)) {
    connection.dropEntry(index.number, key, change.record)
  }
  if (change.document === undefined) connection.dropDocument(change.record)
}

/** Writes the new document and the entries the stored one has not. */
export function putNew(
  connection: Connection,
  catalog: Catalog,
  change: Change,
  revision: number,
): void {
  if (change.document === undefined) return
  const record = change.record ?? catalog.nextRecord(change.collection)
  connection.putDocument({ record, revision, text: change.text })
  for (const [index, key] of missingFrom(change.before, change.after)) {
    connection.putEntry(index.number, key, record)
  }
}

/** The keys of `all` that are not in `some`. */
function* missingFrom(some: Keys, all: Keys): Generator<[Index, Buffer]> {
  for (const [index, keys] of all) {
    const there = some.get(index) ?? []
    for (const key of keys) {
      if (!there.some((other) => other.equals(key))) yield [index, key]
    }
  }
}

/** A value takes at most this many times as many bytes in BSON as characters in its text. */
const BSON_PER_CHARACTER = 16

function encodeChecked(document: Document, mostBytes: number): string {
  const text = encode(document)
  if (text.length * BSON_PER_CHARACTER > mostBytes) {
    const bytes = calculateObjectSize(document)
    if (bytes > mostBytes) throw documentTooLarge(bytes, mostBytes)
  }
  return text
}
