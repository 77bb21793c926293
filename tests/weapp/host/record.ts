/** What one page cost the bridge between its two threads. */
export interface PageCost {
  calls: number
  /** UTF-8 bytes of JSON, all setData calls of the page together. */
  bytes: number
  /** UTF-8 bytes of the largest single setData. */
  largest: number
}

/** A call of a wx function that a journey may want to look at. */
export interface RecordedCall {
  api: string
  options: unknown
}

/** What the host saw go wrong, or worth counting, since it started. */
export interface HostRecord {
  errors: string[]
  warnings: string[]
  /** Names read from `wx` that this host does not have, with how often. */
  missing: Record<string, number>
  calls: RecordedCall[]
  setData: Record<string, PageCost>
}

export function createRecord(): HostRecord {
  return { errors: [], warnings: [], missing: {}, calls: [], setData: {} }
}

/** Counts one setData of a page. */
export function recordSetData(record: HostRecord, page: string, patch: unknown): void {
  const bytes = new TextEncoder().encode(JSON.stringify(patch)).length
  const cost = (record.setData[page] ??= { calls: 0, bytes: 0, largest: 0 })
  cost.calls += 1
  cost.bytes += bytes
  cost.largest = Math.max(cost.largest, bytes)
}

/** Turns anything thrown into a line with its stack. */
export function describeError(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
}
