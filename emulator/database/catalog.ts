import { isDeepStrictEqual } from 'node:util'
import { decode } from './encoding'
import type { Document } from './document'
import { collectionExists, collectionMissing, duplicateKey } from './failures'
import { geoKeys } from './geo-keys'
import { indexedValues } from './index-entries'
import { compoundKey } from './index-keys'
import { firstRecord, type Connection } from './storage'

export interface IndexField {
  field: string
  direction: 1 | -1 | '2dsphere'
}

export interface IndexSpec {
  name: string
  fields: IndexField[]
  unique?: boolean
}

/** A collection and its indexes, as `collections.json` names them. `_id` always has its own. */
export interface CollectionSpec {
  name: string
  indexes: IndexSpec[]
}

export interface Index {
  readonly number: number
  readonly spec: IndexSpec
  readonly paths: readonly (readonly string[])[]
  readonly directions: readonly (1 | -1)[]
  readonly unique: boolean
  readonly geo: boolean
  /** For each field, whether some document has an array on its way. */
  readonly throughArray: boolean[]
}

export interface Collection {
  readonly number: number
  readonly name: string
  readonly indexes: Index[]
}

const idSpec: IndexSpec = { name: '_id_', fields: [{ field: '_id', direction: 1 }], unique: true }

/** What collections and indexes there are: kept in memory, stored beside the documents. */
export class Catalog {
  readonly #connection: Connection
  readonly #collections = new Map<string, Collection>()
  readonly #lastRecord = new Map<Collection, number>()
  /** Changes whenever an index does; a transaction that began before cannot use the new ones. */
  version = 0

  constructor(connection: Connection) {
    this.#connection = connection
    for (const [number, name] of connection.all('SELECT number, name FROM collections', [])) {
      this.#remember(number as number, name as string)
    }
    const byNumber = new Map([...this.#collections.values()].map((found) => [found.number, found]))
    const rows = connection.all(
      'SELECT number, collection, spec, through_array FROM indexes ORDER BY number',
      [],
    )
    for (const [number, collection, spec, throughArray] of rows) {
      byNumber
        .get(collection as number)!
        .indexes.push(
          makeIndex(
            number as number,
            JSON.parse(spec as string) as IndexSpec,
            JSON.parse(throughArray as string) as boolean[],
          ),
        )
    }
  }

  names(): string[] {
    return [...this.#collections.keys()].sort()
  }

  find(name: string): Collection | undefined {
    return this.#collections.get(name)
  }

  get(name: string): Collection {
    const collection = this.#collections.get(name)
    if (collection === undefined) throw collectionMissing(name)
    return collection
  }

  add(name: string): void {
    if (this.#collections.has(name)) throw collectionExists(name)
    this.#connection.atomically(() => this.#create(name))
  }

  /** A record number no document of the collection has had since the start. */
  nextRecord(collection: Collection): number {
    let last = this.#lastRecord.get(collection)
    if (last === undefined) {
      const row = this.#connection.get('SELECT max(record) FROM documents WHERE record < ?', [
        firstRecord(collection.number + 1),
      ])
      last = Math.max(firstRecord(collection.number), Number(row?.[0] ?? 0))
    }
    this.#lastRecord.set(collection, last + 1)
    return last + 1
  }

  /** Makes the collection and exactly these indexes; existing documents get their entries. All or nothing. */
  define(spec: CollectionSpec): void {
    const made: Index[] = []
    const dropped: Index[] = []
    const collection = this.#connection.atomically(() => {
      const target = this.#collections.get(spec.name) ?? this.#create(spec.name)
      for (const index of target.indexes) {
        if (index.spec.name === idSpec.name) continue
        const wanted = spec.indexes.find((other) => isDeepStrictEqual(other, index.spec))
        if (wanted === undefined) dropped.push(index)
      }
      for (const index of dropped) this.#drop(index)
      for (const wanted of spec.indexes) {
        if (target.indexes.some((index) => isDeepStrictEqual(index.spec, wanted))) continue
        const index = this.#insertIndex(target, wanted)
        this.#build(target, index)
        made.push(index)
      }
      return target
    })
    if (made.length + dropped.length === 0) return
    const kept = collection.indexes.filter((index) => !dropped.includes(index))
    collection.indexes.splice(0, collection.indexes.length, ...kept, ...made)
    this.version++
  }

  /** The keys a document has in an index. Remembers when it is the first to bring an array. */
  keys(index: Index, document: Document): Buffer[] {
    if (index.geo) return geoKeys(index, document)
    const { rows, throughArray } = indexedValues(document, index.paths)
    throughArray.forEach((through, i) => {
      if (!through || index.throughArray[i]) return
      index.throughArray[i] = true
      this.#connection.run('UPDATE indexes SET through_array = ? WHERE number = ?', [
        JSON.stringify(index.throughArray),
        index.number,
      ])
    })
    if (rows.length === 1) return [compoundKey(rows[0]!, index.directions)]
    const unique = new Map<string, Buffer>()
    for (const row of rows) {
      const key = compoundKey(row, index.directions)
      unique.set(key.toString('latin1'), key)
    }
    return [...unique.values()]
  }

  #remember(number: number, name: string): Collection {
    const collection: Collection = { number, name, indexes: [] }
    this.#collections.set(name, collection)
    return collection
  }

  #create(name: string): Collection {
    const row = this.#connection.get('SELECT coalesce(max(number), 0) + 1 FROM collections', [])
    const number = row![0] as number
    this.#connection.run('INSERT INTO collections VALUES (?, ?)', [number, name])
    const collection = this.#remember(number, name)
    collection.indexes.push(this.#insertIndex(collection, idSpec))
    return collection
  }

  #insertIndex(collection: Collection, spec: IndexSpec): Index {
    const row = this.#connection.get('SELECT coalesce(max(number), 0) + 1 FROM indexes', [])
    const index = makeIndex(
      row![0] as number,
      spec,
      spec.fields.map(() => false),
    )
    this.#connection.run('INSERT INTO indexes VALUES (?, ?, ?, ?)', [
      index.number,
      collection.number,
      JSON.stringify(spec),
      JSON.stringify(index.throughArray),
    ])
    return index
  }

  #drop(index: Index): void {
    this.#connection.run('DELETE FROM entries WHERE "index" = ?', [index.number])
    this.#connection.run('DELETE FROM indexes WHERE number = ?', [index.number])
  }

  #build(collection: Collection, index: Index): void {
    let last = firstRecord(collection.number)
    for (;;) {
      const rows = this.#connection.documentsAfter(collection.number, last, 500)
      for (const { record, text } of rows) {
        const document = decode(text)
        for (const key of this.keys(index, document)) {
          if (index.unique && this.#connection.holders(index.number, key).length > 0) {
            const values = indexedValues(document, index.paths).rows[0]!
            throw duplicateKey(collection.name, index.spec.name, values)
          }
          this.#connection.putEntry(index.number, key, record)
        }
        last = record
      }
      if (rows.length < 500) return
    }
  }
}

function makeIndex(number: number, spec: IndexSpec, throughArray: boolean[]): Index {
  return {
    number,
    spec,
    paths: spec.fields.map(({ field }) => field.split('.')),
    directions: spec.fields.map(({ direction }) => (direction === -1 ? -1 : 1)),
    unique: spec.unique ?? false,
    geo: spec.fields.some(({ direction }) => direction === '2dsphere'),
    throughArray,
  }
}
