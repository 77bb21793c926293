import type { ErrorData } from '@/types/shared/envelope'

/** An answer a person can act on. `code` is one of the procedure's errors or a common one. */
export class Failure extends Error {
  constructor(
    readonly code: string,
    readonly data?: ErrorData,
  ) {
    super(code)
    this.name = 'Failure'
  }
}

/** Ends the procedure with a named error. */
export const fail = (code: string, data?: ErrorData): never => {
  throw new Failure(code, data)
}

/** The thing, or `NotFound`. */
export const found = <T>(thing: T | null | undefined): T => thing ?? fail('NotFound')

/** The request's fate is unknown (lost reply, time-out): repeat a guarded write, or read by key. */
export class OutcomeUnknown extends Error {
  constructor(cause: unknown) {
    super('the reply of the database was lost', { cause })
    this.name = 'OutcomeUnknown'
  }
}

/** Another transaction holds or changed a document; nothing was written. */
export class Conflict extends Error {
  constructor(cause: unknown) {
    super('a transaction met another', { cause })
    this.name = 'Conflict'
  }
}
