import { CloudError } from '../errors'

/*
 * The errors the service answers. Codes are those the SDK maps to errCode; the texts are the ones applications
 * on the real service log (see ../README.md).
 */

const contact = 'Please check your request, but if the problem persists, contact us.'

/** A command the database refuses: a bad query, stage or operand. */
export function badValue(message: string, name = 'BadValue'): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] (${name}) ${message}`)
}

/** A write the database refuses, in the words of the driver behind the service. */
export function writeError(message: string): CloudError {
  return new CloudError(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation] multiple write errors: [{write errors: [{${message}}]}, {<nil>}]`,
  )
}

export function notForStorage(field: string): CloudError {
  return writeError(
    `The dollar ($) prefixed field '${field}' in '${field}' is not valid for storage.`,
  )
}

export function duplicateKey(collection: string, index: string, values: unknown[]): CloudError {
  const shown = values.map((value) => `: ${show(value)}`).join(', ')
  return writeError(
    `E11000 duplicate key error collection: ${collection} index: ${index} dup key: { ${shown} }`,
  )
}

export function collectionMissing(name: string): CloudError {
  return new CloudError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. ${contact}`,
  )
}

export function collectionExists(name: string): CloudError {
  return new CloudError(
    'DATABASE_COLLECTION_ALREADY_EXIST',
    `[ResourceInUse] Table exist: ${name}. ${contact}`,
  )
}

export function documentTooLarge(bytes: number, most: number): CloudError {
  return new CloudError(
    'DATABASE_REQUEST_FAILED',
    `[LimitExceeded] document size ${bytes} exceeds the limit of ${most} bytes`,
  )
}

/** A document of the transaction was committed by someone else after its snapshot. */
export function transactionConflict(): CloudError {
  return new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${contact}`,
  )
}

/** A document of the transaction is held by another open transaction. */
export function transactionBusy(): CloudError {
  return new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionBusy] Transaction is busy. ${contact}`,
  )
}

export function transactionMissing(): CloudError {
  return new CloudError(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. ${contact}`,
  )
}

/** A value as MongoDB's messages print it. */
export function show(value: unknown): string {
  if (value === undefined) return 'null'
  if (value instanceof Date) return `new Date(${value.getTime()})`
  if (value instanceof RegExp) return String(value)
  if (Array.isArray(value)) return `[ ${value.map(show).join(', ')} ]`
  if (typeof value === 'object' && value !== null && !('_bsontype' in value)) {
    const fields = Object.entries(value).map(([key, item]) => `${key}: ${show(item)}`)
    return `{${fields.join(', ')}}`
  }
  if (typeof value === 'object' && value !== null) return String(value)
  return JSON.stringify(value)
}
