import { doorsOpenMs } from '@/domain/activities/checkIn'
import { activities } from '@/types/activities'
import { command } from '../kit/cloud'
import { mergePages } from '../kit/merge-pages'
import { procedure } from '../kit/procedure'
import { registrationOf, stateNow } from './show'
import {
  attendanceId,
  attendances,
  registrations,
  seatingsFor,
  type RegistrationRecord,
} from './store'
import { idsOf } from './subject'

/**
 * Sign-ups of the caller and those they act for. Records say which there are; states, positions and times come from the
 * places, so that they are true even while a record waits to be completed.
 */
export const mine = procedure(activities, 'mine', {
  async run({ centre, caller, input: { past = false, after }, at }) {
    const persons = [caller.person, ...Object.values(caller.dependants)].flatMap(idsOf)
    const by = ['endsAt', past ? 'desc' : 'asc'] as const
    const parts = await Promise.all(
      persons.map((person) =>
        registrations.of(centre).page({
          where: { person, endsAt: past ? command.lte(at) : command.gt(at) },
          by,
          after,
        }),
      ),
    )
    const { documents, next } = mergePages(parts, by)
    const [seatings, attended] = await Promise.all([
      seatingsFor(centre, [...new Set(documents.map(({ activity }) => activity))], persons),
      attendedOf(centre, documents, at),
    ])
    const items = documents.flatMap((record) => {
      const place = seatings.get(record.activity)
      if (!place) return []
      const { person, personName, byName, at: since } = record
      const standing = {
        person: { id: person, name: personName },
        state: stateNow(place, record),
        byName: caller.person.id === record.by && caller.person.id === person ? null : byName,
        at: since,
      }
      return [registrationOf(place, standing, attended.get(record._id))]
    })
    return { items, next }
  },
})

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
