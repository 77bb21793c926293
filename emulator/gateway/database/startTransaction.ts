import type { Action } from '../action'

/** The id stands at the top of the reply, not under `data`: the SDK looks for it there. */
export const startTransaction: Action = ({ database }) => ({
  transactionId: database.startTransaction(),
})
