import { doorsOpenMs } from '@/domain/activities/checkIn'
import type { Registration } from '@/types/activities'
import type { Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import type { Passport } from '../kit/passport'
import { registrationOf, standingOf, stateNow } from './show'
import { attendanceId, attendances, seatingsFor, type RegistrationRecord } from './store'

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
    attendedOf(centre, records, at),
  ])
  return records.flatMap((record) => {
    const place = seatings.get(record.activity)
    if (!place) return []
    const standing = { ...standingOf(caller, record), state: stateNow(place, record) }
    return [registrationOf(place, standing, attended.get(record._id))]
  })
}

/** At which sessions each of them was, of those that have begun: looked up by the ids attendance has. */
const attendedOf = async (
  centre: string,
  records: readonly RegistrationRecord[],
  at: number,
): Promise<Map<string, Set<number>>> => {
  const begun = records.flatMap(({ _id, activity, person, sessions }) =>
    sessions.flatMap(({ startsAt }, session) =>
      startsAt - doorsOpenMs <= at
        ? [{ record: _id, session, id: attendanceId(centre, activity, session, person) }]
        : [],
    ),
  )
  if (begun.length === 0) return new Map()
  const seen = await attendances.of(centre).find({
    where: { _id: command.in(begun.map(({ id }) => id)), state: 'present' },
    limit: 1000,
    fields: { _id: true },
  })
  const there = new Set(seen.map(({ _id }) => _id))
  const attended = new Map<string, Set<number>>()
  for (const { record, session, id } of begun)
    if (there.has(id)) attended.set(record, (attended.get(record) ?? new Set()).add(session))
  return attended
}
