import type { Registration } from '@/types/activities'
import type { Instant } from '@/types/shared/day'
import type { Passport } from '../kit/passport'
import { registrationOf, standingOf, stateNow } from './show'
import { sessionsAttended } from './sessionsAttended'
import { seatingsFor, type RegistrationRecord } from './store'

/**
 * Sign-ups as they are at this moment. Records say which there are; states, positions and times come from the places, so
 * that they are true even while a record waits to be completed. One round trip.
 */
export const current = async (
  caller: Passport,
  records: readonly RegistrationRecord[],
  at: Instant,
): Promise<Registration[]> => {
  const { centre } = caller
  const [seatings, attended] = await Promise.all([
    seatingsFor(
      centre,
      [...new Set(records.map(({ activity }) => activity))],
      [...new Set(records.map(({ person }) => person))],
    ),
    sessionsAttended(centre, records, at),
  ])
  return records.flatMap((record) => {
    const place = seatings.get(record.activity)
    if (!place) return []
    const standing = { ...standingOf(caller, record), state: stateNow(place, record) }
    return [registrationOf(place, standing, attended.get(record._id))]
  })
}
