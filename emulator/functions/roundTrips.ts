import type { RequestMark } from './protocol'

/**
 * How many times a call waited for the database one after the other: requests that overlap count once.
 * The marks are the instance's own order of events, so the number does not depend on how fast the machine is.
 */
export function roundTrips(
  marks: readonly RequestMark[],
  isDatabase: (seqId: string) => boolean,
): number {
  const open = new Set<string>()
  let trips = 0
  for (const { seqId, at } of marks) {
    if (!isDatabase(seqId)) continue
    if (at === 'end') {
      open.delete(seqId)
      continue
    }
    if (open.size === 0) trips++
    open.add(seqId)
  }
  return trips
}
