import type { Document } from './document'
import type { Engine } from './engine'
import { modify } from './modify'

export interface ModifyAndReturnRequest {
  collection: string
  query: Document
  update: Document
  upsert?: boolean
  transactionId?: string
}

/** Changes the first matching document and returns it as it is afterwards; null when none matched. */
export async function modifyAndReturn(
  engine: Engine,
  { collection, query, update, upsert = false, transactionId }: ModifyAndReturnRequest,
): Promise<{ document: Document | null; updated: number; examined: number }> {
  const { document, updated, examined } = await modify(engine, {
    collection,
    query,
    update,
    multi: false,
    merge: true,
    upsert,
    transactionId,
  })
  return { document, updated, examined }
}
