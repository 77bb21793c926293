import { textParam, type Action } from '../action'

/** `createCollection()`. */
export const addCollection: Action = ({ database }, { params }) => {
  database.addCollection(textParam(params, 'collectionName'))
  return { data: {} }
}
