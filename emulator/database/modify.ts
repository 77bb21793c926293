import type { Collection } from './catalog'
import {
  changesNothing,
  checkUnique,
  dropOld,
  insertion,
  keysOf,
  putNew,
  replacement,
  StoredDocument,
  type Change,
} from './changes'
import type { Document } from './document'
import type { Engine } from './engine'
import { incoming } from './incoming'
import { insertInto, withId } from './insert'
import { matcher } from './language'
import { select } from './select'
import type { Transaction } from './transactions'
import { compileUpdate, type Update } from './update'

export interface ModifyRequest {
  collection: string
  query: Document
  /** Operators; without `merge`, the whole new document; or a list of aggregation stages. */
  update: Document | Document[]
  /** All matching documents, or the first. */
  multi: boolean
  merge: boolean
  upsert: boolean
  transactionId?: string
}

export interface Modified {
  matched: number
  /** Of the matched, those that are different now. */
  updated: number
  upsertedId?: unknown
  /** The last document changed or made, as it is now. */
  document: Document | null
  examined: number
}

/** Changes documents, each one atomically: the query is still true of it at the moment it changes. */
export async function modify(engine: Engine, request: ModifyRequest): Promise<Modified> {
  const { transaction } = engine.enter(request.transactionId)
  const collection = engine.catalog.get(request.collection)
  const now = engine.clock.now()
  const query = incoming(request.query, now)
  const work: Work = {
    engine,
    collection,
    query,
    update: compileUpdate(incoming(request.update, now), request.merge, query, now),
    multi: request.multi,
    upsert: request.upsert,
    result: { matched: 0, updated: 0, document: null, examined: 0 },
  }
  if (transaction !== undefined) modifyInside(work, transaction)
  else await modifyPlainly(work)
  const { result } = work
  return result
}

interface Work {
  readonly engine: Engine
  readonly collection: Collection
  readonly query: Document
  readonly update: Update
  readonly multi: boolean
  readonly upsert: boolean
  readonly result: Modified
}

function modifyInside(work: Work, transaction: Transaction): void {
  const { engine, collection, query, multi, result } = work
  const { rows, examined } = select(transaction, collection, {
    query,
    limit: multi ? undefined : 1,
  })
  result.examined += examined
  for (const stored of rows) {
    let change: Change
    try {
      change = changeOf(work, stored)
    } catch (error) {
      throw transaction.fail(error as Error)
    }
    result.matched++
    result.document = change.document!
    if (changesNothing(change, stored.row)) continue
    transaction.write(change)
    result.updated++
  }
  if (rows.length > 0 || !work.upsert) return
  const document = withId(work.update.create())
  insertInto(engine, transaction, collection, document)
  result.upsertedId = document._id
  result.document = document
}

async function modifyPlainly(work: Work): Promise<void> {
  const { engine, collection, query, multi, result } = work
  for (;;) {
    const { view } = engine.enter(undefined)
    const { rows, examined } = select(view, collection, { query, limit: multi ? undefined : 1 })
    result.examined += examined
    const blocked = rows.length > 0 ? changeAll(work, rows) : upsert(work)
    if (blocked === undefined) return
    await blocked.by.ended
    if (multi && rows.length > 0) return finish(work, rows.slice(blocked.at))
  }
}

/** The rest of a multiple change that had to wait: each document is looked at again. */
async function finish(work: Work, rows: StoredDocument[]): Promise<void> {
  const { connection } = work.engine
  const matches = matcher(work.query)
  let left = rows
  while (left.length > 0) {
    const fresh = left.flatMap(({ row }) => {
      const now = connection.document(row.record)
      if (now === undefined) return []
      const stored = new StoredDocument(now)
      return now.revision === row.revision || matches(stored.document) ? [stored] : []
    })
    const blocked = changeAll(work, fresh)
    if (blocked === undefined) return
    await blocked.by.ended
    left = fresh.slice(blocked.at)
  }
}

interface Blocked {
  readonly by: Transaction
  /** The first document that was not reached. */
  readonly at: number
}

/** Changes documents until a transaction is in the way. Those changed before a refused one stay changed. */
function changeAll(work: Work, rows: readonly StoredDocument[]): Blocked | undefined {
  const { engine, result } = work
  const { connection, catalog, transactions } = engine
  let refused: unknown
  const blocked = connection.atomically(() => {
    const revision = engine.nextRevision()
    for (let at = 0; at < rows.length; at++) {
      try {
        const stored = rows[at]!
        const change = changeOf(work, stored)
        const by = transactions.blocker(change)
        if (by !== undefined) return { by, at }
        result.matched++
        result.document = change.document!
        if (changesNothing(change, stored.row)) continue
        checkUnique(connection, change)
        dropOld(connection, change)
        putNew(connection, catalog, change, revision)
        result.updated++
      } catch (error) {
        refused = error
        return undefined
      }
    }
    return undefined
  })
  if (refused !== undefined) throw refused
  return blocked
}

function upsert(work: Work): Blocked | undefined {
  if (!work.upsert) return undefined
  const { engine, collection, result } = work
  const { connection, catalog, transactions, limits } = engine
  const document = withId(work.update.create())
  return connection.atomically(() => {
    const change = insertion(catalog, collection, document, limits.documentBytes)
    const by = transactions.blocker(change)
    if (by !== undefined) return { by, at: 0 }
    checkUnique(connection, change)
    putNew(connection, catalog, change, engine.nextRevision())
    result.upsertedId = document._id
    result.document = document
    return undefined
  })
}

/** The change of one document. It alters the parsed document in place, so its keys are taken first. */
function changeOf({ engine, collection, update }: Work, stored: StoredDocument): Change {
  const { catalog, limits } = engine
  const { record } = stored.row
  const before = keysOf(catalog, collection, stored.document)
  const document = update.apply(stored.document)
  const known = record > 0 ? record : undefined
  return replacement(catalog, collection, known, before, document, limits.documentBytes)
}
