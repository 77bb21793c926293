import type { Instant } from './day'

/** Version of the contract. Raised when old phones must update; see `oldestPhone`. */
export const contractVersion = 1

/** Phones that speak an older version are told to update. */
export const oldestPhone = 1

/** Stands for no centre in particular: only the list of centres is asked under it. */
export const everyCentre = 'all'

/** Errors every procedure may answer besides its own. */
export const commonErrors = [
  'InvalidInput',
  'NotSignedIn',
  'NotAllowed',
  'NotFound',
  'TryAgain',
  'UpdateNeeded',
  'Internal',
] as const

export type CommonError = (typeof commonErrors)[number]

/** Facts a message needs, such as the field, a time, a number; never free text of another person. */
export type ErrorData = Readonly<Record<string, string | number | boolean>>

/** What the phone sends: `callFunction({ name: module, data: CallEvent })`. It never says who calls. */
export interface CallEvent {
  procedure: string
  centre: string
  input: unknown
  /** Contract version of the phone. */
  v?: number
  /** The revocable token of a display page. */
  display?: string
}

/** What a procedure answers. `at` is the server's time: the phone's days and countdowns come from it. */
export type Envelope<T = unknown> =
  | { ok: true; value: T; at: Instant; v: number }
  | { ok: false; error: { code: string; data?: ErrorData }; at: Instant; v: number }
