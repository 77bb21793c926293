import { optionalText, textParam, type Action } from '../action'
import { documentParam, printDocument, queryParam } from '../ejson'

/** `where().updateAndReturn()` of @cloudbase/database; wx-server-sdk does not have it. */
export const modifyAndReturnDoc: Action = async ({ database }, { params, watch }) => {
  const transactionId = optionalText(params, 'transactionId')
  const { document, examined } = await database.modifyAndReturn({
    collection: textParam(params, 'collectionName'),
    query: queryParam(params),
    update: documentParam(params, 'data'),
    ...(transactionId !== undefined && { transactionId }),
  })
  const updated = document ? 1 : 0
  watch(examined, updated)
  return { data: { updated, ...(document && { doc: printDocument(document) }) } }
}
