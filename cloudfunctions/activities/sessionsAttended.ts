import { doorsOpenMs } from '@/domain/activities/checkIn'
import type { Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import {
  attendanceId,
  attendances,
  registrationId,
  type Places,
  type RegistrationRecord,
} from './store'

/**
 * At which sessions each of some sign-ups was, by the id of its record: looked up by the ids attendance has, of the
 * sessions that have begun. Nothing is asked while none has.
 */
export const sessionsAttended = async (
  centre: string,
  signUps: readonly Pick<RegistrationRecord, 'activity' | 'person' | 'sessions'>[],
  at: Instant,
): Promise<Map<string, Set<number>>> => {
  const begun = signUps.flatMap(({ activity, person, sessions }) =>
    sessions.flatMap(({ startsAt }, session) =>
      startsAt - doorsOpenMs <= at
        ? [
            {
              record: registrationId(centre, activity, person),
              session,
              id: attendanceId(centre, activity, session, person),
            },
          ]
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

/** The same for one person at one activity. */
export const attendedBy = async (
  { _id: activity, centre, rules }: Pick<Places, '_id' | 'centre' | 'rules'>,
  person: string,
  at: Instant,
): Promise<ReadonlySet<number>> => {
  const attended = await sessionsAttended(
    centre,
    [{ activity, person, sessions: rules.sessions }],
    at,
  )
  return attended.get(registrationId(centre, activity, person)) ?? new Set()
}
