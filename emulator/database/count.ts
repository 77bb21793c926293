import type { Document } from './document'
import type { Engine } from './engine'
import { incoming } from './incoming'
import { countMatches } from './select'

export interface CountRequest {
  collection: string
  query: Document
  transactionId?: string
}

export function count(engine: Engine, request: CountRequest): { total: number; examined: number } {
  const { view } = engine.enter(request.transactionId)
  const collection = engine.catalog.get(request.collection)
  const query = incoming(request.query, engine.clock.now())
  const { total, examined } = countMatches(view, collection, query)
  return { total, examined }
}
