import { maskPhone } from '@/domain/residents/masking'
import { volunteers } from '@/types/volunteers'
import { command } from '../kit/cloud'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { namesOf, people } from '../residents/store'
import { isOn } from './join'
import { shiftOf } from './show'
import { hoursEntries, mostEntries, wholeShift } from './store'

export const shiftRoster = procedure(volunteers, 'shiftRoster', {
  load: ({ centre, input }) => wholeShift(centre, input.shift),
  place: ({ loaded }) => found(loaded).path,

  async run({ centre, caller, loaded }) {
    const shift = found(loaded)
    const ids = Object.keys(shift.claims)
    const putBy = Object.values(shift.claims).flatMap(({ by }) => by ?? [])
    const takers = Object.values(shift.claims).flatMap(({ swap }) => swap?.takenBy?.id ?? [])
    const [persons, names, entries] = await Promise.all([
      ids.length === 0
        ? []
        : people.of(centre).find({
            where: { _id: command.in(ids) },
            limit: ids.length,
            fields: { facts: true, phone: true },
          }),
      namesOf(centre, [...putBy, ...takers]),
      hoursEntries.of(centre).find({
        where: { shift: shift._id, state: command.in(['proposed', 'confirmed']) },
        limit: mostEntries,
        fields: { person: true, minutes: true },
      }),
    ])
    const byId = new Map(persons.map((person) => [person._id, person]))
    return {
      shift: shiftOf(shift, isOn(caller.person, shift)),
      people: Object.entries(shift.claims)
        .sort(([, a], [, b]) => a.at - b.at)
        .map(([person, { name, at, by, swap }]) => {
          const taker = swap?.takenBy?.id ?? null
          const { facts, phone = null } = byId.get(person) ?? {}
          return {
            person,
            name: facts?.name ?? name,
            phoneMasked: phone && maskPhone(phone),
            at,
            by: by && (names.get(by) ?? ''),
            minutes: entries
              .filter((entry) => entry.person === person)
              .reduce((sum, entry) => sum + entry.minutes, 0),
            leads: shift.leader === person,
            swap: swap
              ? { takenBy: taker === null ? null : { id: taker, name: names.get(taker) ?? '' } }
              : null,
          }
        }),
    }
  },
})
