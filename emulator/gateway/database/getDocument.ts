import { optionalCount, optionalText, textParam, type Action } from '../action'
import { documentParam, queryParam } from '../ejson'

/** `doc().get()` and `where().get()`: a list of documents as text. */
export const getDocument: Action = ({ database, limits }, { params, watch }) => {
  const transactionId = optionalText(params, 'transactionId')
  const limit = Math.min(optionalCount(params, 'limit') ?? limits.getDefault, limits.getMost)
  const { texts, examined } = database.findTexts({
    collection: textParam(params, 'collectionName'),
    query: queryParam(params),
    ...(params.projection !== undefined && { projection: documentParam(params, 'projection') }),
    ...(params.order !== undefined && { order: order(documentParam(params, 'order')) }),
    offset: optionalCount(params, 'offset') ?? 0,
    limit,
    ...(transactionId !== undefined && { transactionId }),
  })
  watch(examined, texts.length)
  return { limit, data: { list: texts } }
}

/** `{ at: -1, _id: 1 }`: the order of the keys is the order of importance. */
function order(fields: Record<string, unknown>): [string, 1 | -1][] {
  return Object.entries(fields).map(([field, direction]) => [field, Number(direction) < 0 ? -1 : 1])
}
