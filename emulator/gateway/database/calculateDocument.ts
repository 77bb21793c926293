import { textParam, type Action } from '../action'
import { queryParam } from '../ejson'

/** `count()`. */
export const calculateDocument: Action = ({ database }, { params, watch }) => {
  const { total, examined } = database.count({
    collection: textParam(params, 'collectionName'),
    query: queryParam(params),
  })
  watch(examined, total)
  return { data: { total } }
}
