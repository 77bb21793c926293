import type { Refusal } from './refusal'

type Plain = string | number | boolean | null

/** What must still be true of a document, by dotted field path. */
export interface Guard {
  readonly equal?: Readonly<Record<string, Plain>>
  readonly missing?: readonly string[]
  readonly present?: readonly string[]
  readonly above?: Readonly<Record<string, number>>
  readonly below?: Readonly<Record<string, number>>
}

/** What becomes of it. `push` appends one value, `shift` takes the first off, `pull` takes out those that fit or are equal. */
export interface Change {
  readonly set?: Readonly<Record<string, unknown>>
  readonly inc?: Readonly<Record<string, number>>
  readonly unset?: readonly string[]
  readonly push?: Readonly<Record<string, unknown>>
  readonly shift?: readonly string[]
  readonly pull?: Readonly<Record<string, Plain | Readonly<Record<string, Plain>>>>
}

/**
 * One conditional update of one document, as plain values: a rule decides it from what was read, the database makes it
 * true only where the guard still holds.
 */
export interface Step {
  readonly guard: Guard
  readonly change: Change
}

/** What a rule says to a tap: no, for a reason; nothing, since that tap is in already; or the step that makes it true. */
export type Decision =
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
  | { readonly outcome: 'same' }
  | { readonly outcome: 'step'; readonly step: Step }

/** Goes into every step of a document that follows up its changes: it changed, and the sweep looks at it. */
export const touched = { set: { owes: true }, inc: { seq: 1 } } as const

/** Duplicates of a tap arrive within minutes: so many keys are more than anybody makes in that time. */
const keysKept = 6

/** Keys of taps that ended, with one more: a late duplicate of one of them does nothing again. */
export const withKey = (keys: readonly string[] | undefined, key: string): readonly string[] =>
  [...(keys ?? []), key].slice(-keysKept)
