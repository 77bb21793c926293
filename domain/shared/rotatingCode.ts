import { dayMs, type Instant } from '@/types/shared/day'

/** A screen changes its code every minute; a code is good for its own minute and the next. */
export const codeMs = 60_000

/** Two servers' clocks may differ a little, so a code may be shown this much before its minute. */
export const clockSkewMs = 5_000

/** A scan made without a network counts by itself when it arrives within a day; later, somebody looks at it. */
export const onTimeMs = dayMs

/** After a week the list is closed, also to scans. */
export const closedAfterMs = 7 * dayMs

/** When people are put down: from the opening until, not at, the end. */
export interface Doors {
  opensAt: Instant
  closesAt: Instant
}

/** What every rotating code says, whatever it is for: the minute (since 1970) it is shown in. */
export interface Minute {
  minute: number
}

export const areOpen = ({ opensAt, closesAt }: Doors, at: Instant): boolean =>
  opensAt <= at && at < closesAt

/** The minute of the code that is shown at a moment. */
export const minuteOf = (at: Instant): number => Math.floor(at / codeMs)

/** When a code's minute begins. */
export const shownFrom = ({ minute }: Minute): Instant => minute * codeMs

/** When the next code takes its place. It stays good for another minute, so nobody's scan is lost at the change. */
export const shownUntil = ({ minute }: Minute): Instant => (minute + 1) * codeMs

/** Whether a moment lies in the time a code is good for. */
export const isGood = ({ minute }: Minute, at: Instant): boolean =>
  minute * codeMs - clockSkewMs <= at && at < (minute + 2) * codeMs

/** Whether the doors were open at some moment of the code's own minute. */
const shownWhileOpen = (code: Minute, { opensAt, closesAt }: Doors): boolean =>
  opensAt < shownUntil(code) && shownFrom(code) < closesAt

/** When a scan arrived, and when the phone says that it was made; null when the server saw it at once. */
interface Sent {
  at: Instant
  scannedAt: Instant | null
}

export type Scanned =
  | { state: 'present' | 'toConfirm' | 'flagged' }
  | { refused: 'CodeExpired' | 'NotNow' | 'ScannedTooLongAgo' }

/**
 * What a scan of the rotating code is worth. Seen by the server at once (`scannedAt` null), the code must be good now.
 * Sent later by the phone, only the code says when it was shown: it fits the phone's scan time and comes within a day,
 * then a second person confirms it; else it is flagged, for phones' clocks are often wrong.
 */
export const judgeScan = (code: Minute, doors: Doors, { at, scannedAt }: Sent): Scanned => {
  const shownAt = shownFrom(code)
  const shownInTime = shownWhileOpen(code, doors)
  if (scannedAt === null) {
    if (!isGood(code, at)) return { refused: 'CodeExpired' }
    return shownInTime ? { state: 'present' } : { refused: 'NotNow' }
  }
  if (at - shownAt > closedAfterMs) return { refused: 'ScannedTooLongAgo' }
  const fits = isGood(code, scannedAt) && shownInTime
  return { state: fits && at - shownAt <= onTimeMs ? 'toConfirm' : 'flagged' }
}

/**
 * What it is worth that somebody else put a person down, such as by their member card. They saw the person, so what is
 * sent later counts when the doors were open at the time and it comes within a day; else it is flagged.
 */
export const judgeSight = (doors: Doors, { at, scannedAt }: Sent): Scanned => {
  if (scannedAt === null) return areOpen(doors, at) ? { state: 'present' } : { refused: 'NotNow' }
  if (at - scannedAt > closedAfterMs) return { refused: 'ScannedTooLongAgo' }
  const fits = areOpen(doors, scannedAt) && scannedAt <= at + clockSkewMs
  return { state: fits && at - scannedAt <= onTimeMs ? 'present' : 'flagged' }
}
