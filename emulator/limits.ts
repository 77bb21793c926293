/**
 * What the real cloud allows, in one object, so that a test can tighten one number.
 * Sizes are bytes, times milliseconds. Sources: ../emulator/README.md.
 */
export const defaultLimits = {
  /** Documents a `get()` returns when no limit is given, and at most. */
  getDefault: 100,
  getMost: 1000,
  /** One document, as BSON. */
  documentBytes: 512 * 1024,
  /** What a function may answer, and what may be sent to it. */
  resultBytes: 1024 * 1024,
  argumentBytes: 256 * 1024,
  /** A file that a phone uploads. */
  uploadBytes: 50 * 1024 * 1024,
  /** Instances of all functions together; nested calls may exceed it. */
  instances: 20,
  /** V8 heap of one instance, in MiB. */
  heapMiB: 256,
  /** A function's time-out when its config.json names none. */
  timeoutMs: 20_000,
  /** Database operations a second for the whole environment; Infinity = not limited. */
  operationsPerSecond: Infinity,
  /** A transaction untouched this long is rolled back. */
  transactionIdleMs: 30_000,
  /** A query may examine this many documents, plus `examinedPerReturned` × those it returns. */
  examinedFree: 200,
  examinedPerReturned: 2,
}

export type Limits = typeof defaultLimits
