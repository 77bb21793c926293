import type { Document } from './document'
import { encode } from './encoding'
import type { Engine } from './engine'
import { incoming } from './incoming'
import { projected } from './language'
import type { Order } from './planner'
import { select, type Selected } from './select'

export interface FindRequest {
  collection: string
  query: Document
  /** Fields to keep (1) or leave out (0), and MongoDB's projection operators. */
  projection?: Document
  order?: [field: string, direction: 1 | -1][]
  offset?: number
  /** `limits.getDefault` when left out; more than `limits.getMost` is cut to it. */
  limit?: number
  transactionId?: string
}

export function find(
  engine: Engine,
  request: FindRequest,
): { documents: Document[]; examined: number } {
  const { rows, examined } = selectFor(engine, request)
  const documents = rows.map(({ document }) => document)
  const { projection } = request
  if (projection === undefined || Object.keys(projection).length === 0) {
    return { documents, examined }
  }
  return { documents: documents.map((document) => projected(document, projection)), examined }
}

/** As `find`, but each document as the Extended JSON text that goes over the wire. */
export function findTexts(
  engine: Engine,
  request: FindRequest,
): { texts: string[]; examined: number } {
  const { projection } = request
  if (projection === undefined || Object.keys(projection).length === 0) {
    const { rows, examined } = selectFor(engine, request)
    return { texts: rows.map(({ row }) => row.text), examined }
  }
  const { documents, examined } = find(engine, request)
  return { texts: documents.map(encode), examined }
}

function selectFor(engine: Engine, request: FindRequest): Selected {
  const { limits, clock } = engine
  const { view } = engine.enter(request.transactionId)
  const collection = engine.catalog.get(request.collection)
  const query = incoming(request.query, clock.now())
  const selected = select(view, collection, {
    query,
    order: (request.order ?? []) satisfies Order,
    offset: request.offset,
    limit: Math.min(request.limit ?? limits.getDefault, limits.getMost),
  })
  return selected
}
