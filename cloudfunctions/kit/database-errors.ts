import { Conflict, Failure, OutcomeUnknown } from './failure'

/** A document with this `_id`, or with this value of a unique index, exists. */
export class Duplicate extends Error {
  constructor(cause: unknown) {
    super('a document of that key exists', { cause })
    this.name = 'Duplicate'
  }
}

interface SdkError {
  errCode?: number
  errMsg?: string
  code?: string | number
  message?: string
}

/**
 * Names what the SDK reports. Codes seen in wx-server-sdk 4.0.2:
 * -501001 is a conflict inside a transaction when its text says so, else a lost reply; -501003 and -501004 are the
 * request limits of the plan; -502001 with E11000 is a duplicate key; a conflict at commit has a `code` only.
 */
export const databaseError = (error: unknown): unknown => {
  const { errCode, errMsg = '', code, message = '' } = (error ?? {}) as SdkError
  const words = `${errMsg} ${message}`
  if (code === 'DATABASE_TRANSACTION_CONFLICT' || /Transaction(Busy|Conflict)/.test(words))
    return new Conflict(error)
  if (words.includes('E11000')) return new Duplicate(error)
  if (errCode === -501003 || errCode === -501004) return new Failure('TryAgain')
  if (
    errCode === -501001 ||
    errCode === -501002 ||
    /ECONN|ETIMEDOUT|socket hang up|timeout/i.test(words)
  )
    return new OutcomeUnknown(error)
  return error
}
