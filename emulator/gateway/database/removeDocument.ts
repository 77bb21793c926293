import { optionalText, textParam, type Action } from '../action'
import { queryParam } from '../ejson'

/** `doc().remove()` and `where().remove()`. */
export const removeDocument: Action = async ({ database }, { params, watch }) => {
  const transactionId = optionalText(params, 'transactionId')
  const { removed, examined } = await database.remove({
    collection: textParam(params, 'collectionName'),
    query: queryParam(params),
    multi: params.multi === true,
    ...(transactionId !== undefined && { transactionId }),
  })
  watch(examined, removed)
  return { data: { deleted: removed } }
}
