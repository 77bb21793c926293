import { randomBytes } from 'node:crypto'
import type { Collection } from './catalog'
import { checkUnique, insertion, putNew, type Change } from './changes'
import { typeName, type Document } from './document'
import type { Engine } from './engine'
import { writeError } from './failures'
import { incoming } from './incoming'
import type { Transaction } from './transactions'

export interface InsertRequest {
  collection: string
  documents: Document[]
  transactionId?: string
}

/**
 * Inserts in the order given and stops at the first that is refused; those before it stay, as in MongoDB.
 * @returns the `_id` of each document, its own or a generated one
 */
export async function insert(engine: Engine, request: InsertRequest): Promise<{ ids: unknown[] }> {
  const { transaction } = engine.enter(request.transactionId)
  const collection = engine.catalog.get(request.collection)
  const now = engine.clock.now()
  const documents = request.documents.map((document) => withId(incoming(document, now)))
  if (transaction !== undefined) {
    for (const document of documents) insertInto(engine, transaction, collection, document)
  } else {
    await insertPlainly(engine, collection, documents)
  }
  return { ids: documents.map(({ _id }) => _id) }
}

/** The document with an `_id`: 32 hexadecimal characters, as the service makes them, when it has none. */
export function withId(document: Document): Document {
  const { _id } = document
  if (_id === undefined) return { _id: randomBytes(16).toString('hex'), ...document }
  if (Array.isArray(_id) || _id instanceof RegExp) {
    throw writeError(`The '_id' value cannot be of type ${typeName(_id)}`)
  }
  return document
}

export function insertInto(
  engine: Engine,
  transaction: Transaction,
  collection: Collection,
  document: Document,
): void {
  let change: Change
  try {
    change = insertion(engine.catalog, collection, document, engine.limits.documentBytes)
  } catch (error) {
    throw transaction.fail(error as Error)
  }
  transaction.write(change)
}

async function insertPlainly(
  engine: Engine,
  collection: Collection,
  documents: Document[],
): Promise<void> {
  const { connection, catalog, transactions, limits } = engine
  let next = 0
  while (next < documents.length) {
    let refused: unknown
    const blocker = connection.atomically(() => {
      const revision = engine.nextRevision()
      for (; next < documents.length; next++) {
        try {
          const change = insertion(catalog, collection, documents[next]!, limits.documentBytes)
          const holder = transactions.blocker(change)
          if (holder !== undefined) return holder
          checkUnique(connection, change)
          putNew(connection, catalog, change, revision)
        } catch (error) {
          refused = error
          return undefined
        }
      }
      return undefined
    })
    if (refused !== undefined) throw refused
    await blocker?.ended
  }
}
