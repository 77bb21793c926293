import { textParam, type Action } from '../action'

export const commitTransaction: Action = async ({ database }, { params }) => {
  await database.commit(textParam(params, 'transactionId'))
  return { data: { ok: 1 } }
}
