import { doorsOpenMs } from '@/domain/activities/checkIn'
import type { Instant } from '@/types/shared/day'

interface Session {
  startsAt: Instant
  endsAt: Instant
}

/** The session staff mean when they open the list: the one that is on or comes next, else the last. */
export const sessionNow = (sessions: readonly Session[], at: Instant): number => {
  const next = sessions.findIndex(({ endsAt }) => at < endsAt)
  return next < 0 ? sessions.length - 1 : next
}

/** Whether names can be ticked: from an hour before the session begins; afterwards from the paper list. */
export const canTick = ({ startsAt }: Session, at: Instant): boolean => startsAt - doorsOpenMs <= at
