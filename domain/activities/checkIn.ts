import type { Instant } from '@/types/shared/day'
import { areOpen, minuteOf, type Doors, type Minute } from '@/domain/shared/rotatingCode'

/** The doors of a session open an hour before it begins; nobody checks in before or after it. */
export const doorsOpenMs = 60 * 60_000

export interface Session {
  startsAt: Instant
  endsAt: Instant
}

export const doorsOf = ({ startsAt, endsAt }: Session): Doors => ({
  opensAt: startsAt - doorsOpenMs,
  closesAt: endsAt,
})

/** Whether people may check in to a session at a moment. */
export const isOn = (session: Session, at: Instant): boolean => areOpen(doorsOf(session), at)

/** The session people check in to at a moment: the first that is not over, once its doors are open; else null. */
export const sessionOn = (sessions: readonly Session[], at: Instant): number | null => {
  const session = sessions.findIndex(({ endsAt }) => at < endsAt)
  const next = sessions[session]
  return next && isOn(next, at) ? session : null
}

/** What the code of a venue screen says. */
export interface CheckInCode extends Minute {
  activity: string
  session: number
}

/** The code of a session at a moment. */
export const codeAt = (activity: string, session: number, at: Instant): CheckInCode => ({
  activity,
  session,
  minute: minuteOf(at),
})

/** `<activity>-<session>-<minute>`: what is signed. */
export const textOf = ({ activity, session, minute }: CheckInCode): string =>
  `${activity}-${session}-${minute}`

/** Reads what was signed; null when it is of another shape. */
export const codeOf = (text: string): CheckInCode | null => {
  const [, activity, session, minute] = /^(.+)-(\d{1,2})-(\d{1,12})$/.exec(text) ?? []
  if (activity === undefined) return null
  return { activity, session: Number(session), minute: Number(minute) }
}
