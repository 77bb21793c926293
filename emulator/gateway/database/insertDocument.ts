import { listParam, optionalText, textParam, type Action } from '../action'
import { parseDocument } from '../ejson'

/** `add()`, one document or many. */
export const insertDocument: Action = async ({ database }, { params }) => {
  const transactionId = optionalText(params, 'transactionId')
  const { ids } = await database.insert({
    collection: textParam(params, 'collectionName'),
    documents: listParam(params, 'data').map((text) => parseDocument(text, 'data')),
    ...(transactionId !== undefined && { transactionId }),
  })
  return { data: { insertedIds: ids, inserted: ids.length } }
}
