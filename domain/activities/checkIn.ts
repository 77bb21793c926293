import { dayMs, type Instant } from '@/types/shared/day'

/** The doors of a session open an hour before it begins; nobody checks in before or after it. */
export const doorsOpenMs = 60 * 60_000

/** The venue screen changes its code every minute; a code is good for its own minute and the next. */
export const codeMs = 60_000

/** Two servers' clocks may differ a little, so a code may be shown this much before its minute. */
export const clockSkewMs = 5_000

/** A scan made without a network counts by itself when it arrives within a day; later, staff look at it. */
export const onTimeMs = dayMs

/** After a week the list of a session is closed, also to scans. */
export const closedAfterMs = 7 * dayMs

export interface Session {
  startsAt: Instant
  endsAt: Instant
}

/** Whether people may check in to a session at a moment. */
export const isOn = ({ startsAt, endsAt }: Session, at: Instant): boolean =>
  startsAt - doorsOpenMs <= at && at < endsAt

/** The session people check in to at a moment: the first that is not over, once its doors are open; else null. */
export const sessionOn = (sessions: readonly Session[], at: Instant): number | null => {
  const session = sessions.findIndex(({ endsAt }) => at < endsAt)
  const next = sessions[session]
  return next && isOn(next, at) ? session : null
}

/** What a rotating code says: the activity, the session, and the minute (since 1970) it is shown in. */
export interface CheckInCode {
  activity: string
  session: number
  minute: number
}

/** The code of a session at a moment. */
export const codeAt = (activity: string, session: number, at: Instant): CheckInCode => ({
  activity,
  session,
  minute: Math.floor(at / codeMs),
})

/** When the next code takes its place. It stays good for another minute, so nobody's scan is lost at the change. */
export const shownUntil = ({ minute }: CheckInCode): Instant => (minute + 1) * codeMs

/** Whether a moment lies in the time a code is good for. */
export const isGood = ({ minute }: CheckInCode, at: Instant): boolean =>
  minute * codeMs - clockSkewMs <= at && at < (minute + 2) * codeMs

/** Whether the doors were open at some moment of the code's own minute. */
const shownWhileOn = ({ minute }: CheckInCode, { startsAt, endsAt }: Session): boolean =>
  startsAt - doorsOpenMs < (minute + 1) * codeMs && minute * codeMs < endsAt

/** `<activity>-<session>-<minute>`: what is signed. */
export const textOf = ({ activity, session, minute }: CheckInCode): string =>
  `${activity}-${session}-${minute}`

/** Reads what was signed; null when it is of another shape. */
export const codeOf = (text: string): CheckInCode | null => {
  const [, activity, session, minute] = /^(.+)-(\d{1,2})-(\d{1,12})$/.exec(text) ?? []
  if (activity === undefined) return null
  return { activity, session: Number(session), minute: Number(minute) }
}

export type Scanned =
  | { state: 'present' | 'toConfirm' | 'flagged' }
  | { refused: 'CodeExpired' | 'NotNow' | 'ScannedTooLongAgo' }

/**
 * What a scan of the rotating code is worth. Seen by the server at once (`scannedAt` null), the code must be good now.
 * Sent later by the phone, only the code says when it was shown: it fits the phone's scan time and comes within a day,
 * then a second person confirms it; else it is flagged, for phones' clocks are often wrong.
 */
export const judgeScan = (
  code: CheckInCode,
  session: Session,
  { at, scannedAt }: { at: Instant; scannedAt: Instant | null },
): Scanned => {
  const shownAt = code.minute * codeMs
  const shownInTime = shownWhileOn(code, session)
  if (scannedAt === null) {
    if (!isGood(code, at)) return { refused: 'CodeExpired' }
    return shownInTime ? { state: 'present' } : { refused: 'NotNow' }
  }
  if (at - shownAt > closedAfterMs) return { refused: 'ScannedTooLongAgo' }
  const fits = isGood(code, scannedAt) && shownInTime
  return { state: fits && at - shownAt <= onTimeMs ? 'toConfirm' : 'flagged' }
}

/**
 * What a scan of a member card by staff is worth. Staff saw the person, so a scan sent later counts when the session
 * was on at the time and it comes within a day; else it is flagged.
 */
export const judgeCard = (
  session: Session,
  { at, scannedAt }: { at: Instant; scannedAt: Instant | null },
): Scanned => {
  if (scannedAt === null) return isOn(session, at) ? { state: 'present' } : { refused: 'NotNow' }
  if (at - scannedAt > closedAfterMs) return { refused: 'ScannedTooLongAgo' }
  const fits = isOn(session, scannedAt) && scannedAt <= at + clockSkewMs
  return { state: fits && at - scannedAt <= onTimeMs ? 'present' : 'flagged' }
}
