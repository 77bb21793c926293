import type { Day, Instant } from '@/types/shared/day'
import { dayOf } from '@/types/shared/day'

let ahead = 0

/** Learns the server's time from an answer: the clock of a phone is not reliable. */
export const learnTime = (serverNow: Instant): void => {
  ahead = serverNow - Date.now()
}

/** The server's time as far as this phone knows. The only place of the phone that reads a clock. */
export const now = (): Instant => Date.now() + ahead

export const today = (): Day => dayOf(now())
