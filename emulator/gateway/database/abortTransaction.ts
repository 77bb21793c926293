import { textParam, type Action } from '../action'

export const abortTransaction: Action = ({ database }, { params }) => {
  database.abort(textParam(params, 'transactionId'))
  return { data: { ok: 1 } }
}
