import { repeat } from './attempts'
import { command, database } from './cloud'
import { cursorAfter, positionOf } from './cursor'
import { databaseError, Duplicate } from './database-errors'
import { conditions, refuseSurprises, type Fields } from './query'

/** What every document has. `v` is the version of its shape: `store.ts` alone reads the previous one. */
export interface Stored {
  _id: string
  centre: string
  v: number
}

/** `true` for each field path to load. */
export type Projection = Readonly<Record<string, true>>

export interface Search {
  where: Fields
  order?: readonly (readonly [field: string, direction: 'asc' | 'desc'])[]
  limit?: number
  fields?: Projection
}

/** A page of a list: in order of one field, then of `_id`, after the cursor the page before ended with. */
export interface PageSearch {
  /** Conditions, or several alternatives of them. */
  where: Fields | readonly Fields[]
  /** A moment that a document may lack is for ascending order only: those without it come first. */
  by: readonly [field: string, direction: 'asc' | 'desc']
  after?: string | undefined
  /** 20 unless said. */
  limit?: number
  /** Must name the field of the order. */
  fields?: Projection
}

/** The SDK's own typings know no results; these are the shapes wx-server-sdk 4.0.2 answers. */
interface SdkQuery {
  where(query: Fields): SdkQuery
  orderBy(field: string, direction: 'asc' | 'desc'): SdkQuery
  limit(most: number): SdkQuery
  field(fields: Projection): SdkQuery
  get(): Promise<{ data: unknown[] }>
  count(): Promise<{ total: number }>
  update(options: { data: Fields }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}

interface SdkCollection extends SdkQuery {
  doc(id: string): { set(options: { data: Fields }): Promise<unknown> }
  add(options: { data: object | readonly object[] }): Promise<unknown>
}

const run = async <T>(request: () => Promise<T>): Promise<T> => {
  try {
    return await request()
  } catch (error) {
    throw databaseError(error)
  }
}

/** Before every moment: behind documents without one come all that have one. */
const earliest = Number.MIN_SAFE_INTEGER

const isAlternatives = (where: Fields | readonly Fields[]): where is readonly Fields[] =>
  Array.isArray(where)

/** The documents of one collection that belong to one centre; no other way leads to the database. */
export class CentreCollection<T extends Stored> {
  constructor(
    readonly name: string,
    readonly centre: string,
  ) {}

  get #sdk(): SdkCollection {
    return database.collection(this.name) as unknown as SdkCollection
  }

  #where(where: Fields | readonly Fields[]): SdkQuery {
    const { centre } = this
    return this.#sdk.where(
      isAlternatives(where)
        ? (command.or(where.map((each) => ({ ...conditions(each), centre }))) as unknown as Fields)
        : { ...conditions(where), centre },
    )
  }

  /** One document, or null. With `fields`, only those are loaded. */
  async get(id: string, fields?: Projection): Promise<T | null> {
    const [document] = await this.find({ where: { _id: id }, limit: 1, fields })
    return document ?? null
  }

  /** Documents in order. `limit` is 20 unless said, 1000 at most. */
  find({ where, order = [], limit = 20, fields }: Search): Promise<T[]> {
    return repeat(() =>
      run(async () => {
        let query = this.#where(where)
        for (const [field, direction] of order) query = query.orderBy(field, direction)
        query = query.limit(limit)
        if (fields) query = query.field(fields)
        return (await query.get()).data as T[]
      }),
    )
  }

  /**
   * One page, in one request, and the cursor of the next or null. Never skips: it goes on behind the last document of
   * the page before, so what is added or removed meanwhile neither repeats nor hides another. The index is
   * (centre, …, field, _id); each alternative finds its order there, and the database merges them.
   */
  async page({ where, by: [field, direction], after, limit = 20, fields }: PageSearch): Promise<{
    documents: T[]
    next: string | null
  }> {
    const alternatives = isAlternatives(where) ? where : [where]
    const stretches = alternatives.flatMap((each) => this.#behind(each, field, direction, after))
    const [only, ...more] = stretches
    if (!only) return { documents: [], next: null }
    const found = await repeat(() =>
      run(async () => {
        let query = this.#sdk
          .where(more.length > 0 ? (command.or(stretches) as unknown as Fields) : only)
          .orderBy(field, direction)
          .limit(limit + 1)
        if (field !== '_id') query = query.orderBy('_id', direction)
        if (fields) query = query.field(fields)
        return (await query.get()).data as T[]
      }),
    )
    const documents = found.slice(0, limit)
    const last = documents.at(-1)
    return { documents, next: found.length > limit && last ? cursorAfter(last, field) : null }
  }

  count(where: Fields): Promise<number> {
    return repeat(() => run(async () => (await this.#where(where).count()).total))
  }

  /** Adds a document under its own `_id`. False when one of that key exists; nothing is changed then. */
  async insert(document: T): Promise<boolean> {
    this.#mine(document)
    try {
      await repeat(() => run(() => this.#sdk.add({ data: document })))
      return true
    } catch (error) {
      if (error instanceof Duplicate) return false
      throw error
    }
  }

  /** Adds several documents in one request; those whose key exists stay as they are. */
  async insertAll(documents: readonly T[]): Promise<void> {
    documents.forEach((document) => this.#mine(document))
    const [only] = documents
    if (!only) return
    if (documents.length === 1) {
      await this.insert(only)
      return
    }
    try {
      await repeat(() => run(() => this.#sdk.add({ data: documents })))
    } catch (error) {
      if (!(error instanceof Duplicate)) throw error
      const there = await this.find({
        where: { _id: command.in(documents.map(({ _id }) => _id)) },
        limit: documents.length,
        fields: { _id: true },
      })
      const known = new Set(there.map(({ _id }) => _id))
      const missing = documents.filter(({ _id }) => !known.has(_id))
      await Promise.all(missing.map((document) => this.insert(document)))
    }
  }

  /** Writes the whole document, new or not. */
  async replace(document: T): Promise<void> {
    this.#mine(document)
    const { _id, ...data } = document
    await repeat(() => run(() => this.#sdk.doc(_id).set({ data })))
  }

  /**
   * Changes one document where it still fits the guard, in one atomic step. False when it does not fit, is not there,
   * or is as the change would make it: the service counts what it modified. Throws `OutcomeUnknown` when the reply was lost: `decide` reads again.
   */
  async change(id: string, change: Fields, guard: Fields = {}): Promise<boolean> {
    refuseSurprises(change, 'change')
    const { stats } = await run(() => this.#where({ ...guard, _id: id }).update({ data: change }))
    return stats.updated > 0
  }

  /** Changes every document that fits, or fits one of several alternatives; the number of them. */
  async changeAll(where: Fields | readonly Fields[], change: Fields): Promise<number> {
    refuseSurprises(change, 'change')
    const { stats } = await run(() => this.#where(where).update({ data: change }))
    return stats.updated
  }

  /** Removes one document where it still fits the guard. */
  async remove(id: string, guard: Fields = {}): Promise<boolean> {
    const { stats } = await run(() => this.#where({ ...guard, _id: id }).remove())
    return stats.removed > 0
  }

  /** Removes every document that fits; the number of them. */
  async removeAll(where: Fields): Promise<number> {
    const { stats } = await run(() => this.#where(where).remove())
    return stats.removed
  }

  /** What lies behind a cursor: the rest of the same value, and all further values, each one stretch of the index. */
  #behind(where: Fields, field: string, direction: 'asc' | 'desc', after?: string): Fields[] {
    const mine = { ...conditions(where), centre: this.centre }
    if (after === undefined) return [mine]
    const { key, id } = positionOf(after)
    const further = direction === 'asc' ? command.gt : command.lt
    if (field === '_id') return [{ ...mine, _id: further(id) }]
    if (key === null) {
      const same = { ...mine, [field]: null, _id: further(id) }
      return direction === 'asc' ? [same, { ...mine, [field]: command.gt(earliest) }] : [same]
    }
    return [
      { ...mine, [field]: key, _id: further(id) },
      field in mine
        ? (command.and([mine, { [field]: further(key) }]) as unknown as Fields)
        : { ...mine, [field]: further(key) },
    ]
  }

  #mine(document: T): void {
    refuseSurprises(document, this.name)
    if (document.centre !== this.centre || !document._id.startsWith(`${this.centre}_`))
      throw new TypeError(`${this.name}: a document of another centre`)
  }
}

/** A collection: `.of(centre)` is the only way to its documents. */
export const collection = <T extends Stored>(name: string) => ({
  name,
  of: (centre: string): CentreCollection<T> => new CentreCollection<T>(name, centre),
})

export type Collection<T extends Stored> = ReturnType<typeof collection<T>>
