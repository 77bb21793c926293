import { optionalText, textParam, type Action } from '../action'
import { documentParam, queryParam } from '../ejson'

/** `update()` (`merge`: operators) and `set()` (the whole document, made when missing). */
export const modifyDocument: Action = async ({ database }, { params, watch }) => {
  const transactionId = optionalText(params, 'transactionId')
  const { matched, updated, upsertedId, examined } = await database.modify({
    collection: textParam(params, 'collectionName'),
    query: queryParam(params),
    update: documentParam(params, 'data'),
    multi: params.multi === true,
    merge: params.merge === true,
    upsert: params.upsert === true,
    ...(transactionId !== undefined && { transactionId }),
  })
  watch(examined, matched)
  return { data: { updated, matched, upsert_id: upsertedId ?? null } }
}
