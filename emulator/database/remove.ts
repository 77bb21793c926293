import type { Collection } from './catalog'
import { dropOld, keysOf, removal, StoredDocument, type Change } from './changes'
import type { Document } from './document'
import type { Engine } from './engine'
import { incoming } from './incoming'
import { select } from './select'
import type { Transaction } from './transactions'

export interface RemoveRequest {
  collection: string
  query: Document
  multi: boolean
  transactionId?: string
}

export interface Removed {
  removed: number
  examined: number
}

export async function remove(engine: Engine, request: RemoveRequest): Promise<Removed> {
  const { view, transaction } = engine.enter(request.transactionId)
  const collection = engine.catalog.get(request.collection)
  const query = incoming(request.query, engine.clock.now())
  const selection = { query, limit: request.multi ? undefined : 1 }
  const result: Removed = { removed: 0, examined: 0 }
  for (;;) {
    const { rows, examined } = select(view, collection, selection)
    result.examined += examined
    if (transaction !== undefined) {
      for (const stored of rows) transaction.write(removalOf(engine, collection, stored))
      result.removed = rows.length
      break
    }
    const blocker = removeAll(engine, collection, rows, result)
    if (blocker === undefined) break
    await blocker.ended
  }
  return result
}

/** Removes documents until a transaction is in the way. */
function removeAll(
  engine: Engine,
  collection: Collection,
  rows: readonly StoredDocument[],
  result: Removed,
): Transaction | undefined {
  const { connection, transactions } = engine
  return connection.atomically(() => {
    engine.nextRevision()
    for (const stored of rows) {
      const change = removalOf(engine, collection, stored)
      const holder = transactions.blocker(change)
      if (holder !== undefined) return holder
      dropOld(connection, change)
      result.removed++
    }
    return undefined
  })
}

function removalOf(engine: Engine, collection: Collection, stored: StoredDocument): Change {
  const { record } = stored.row
  const before = keysOf(engine.catalog, collection, stored.document)
  return removal(collection, record > 0 ? record : undefined, before)
}
