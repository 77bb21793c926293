import { listParam, textParam, type Action } from '../action'
import { parseStage, printDocument } from '../ejson'

/** `aggregate()…end()`. */
export const aggregateDocuments: Action = ({ database }, { params, watch }) => {
  const { documents, examined } = database.aggregate({
    collection: textParam(params, 'collectionName'),
    stages: listParam(params, 'stages').map(parseStage),
  })
  watch(examined, documents.length)
  return { data: { list: documents.map(printDocument) } }
}
