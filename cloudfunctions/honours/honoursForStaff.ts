import { honours as contract, type Honoured } from '@/types/honours'
import { dayOf, type Day } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { pageOfKept } from '../kit/kept'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { volunteerRecords } from '../volunteers/store'
import { honouredShown } from './honoured'
import { namedToday } from './named'
import { honourEntries, honourId } from './store'
import { entriesAtOnce } from './wall'

const { roles } = contract.procedures.honoursForStaff.may

export const honoursForStaff = procedure(contract, 'honoursForStaff', {
  place: () => anywhere,

  run({ centre, caller, input: { after }, at }) {
    return pageOfKept(
      after,
      (from) =>
        volunteerRecords.of(centre).page({
          where: nodesOf(caller, roles, at).map((node) => ({ honours: true, offers: `${node}|` })),
          by: ['_id', 'asc'],
          after: from,
          limit: entriesAtOnce,
          fields: { person: true },
        }),
      (registered) =>
        honouredOf(
          centre,
          registered.map(({ person }) => person),
          dayOf(at),
        ),
    )
  },
})

const honouredOf = async (
  centre: string,
  registered: readonly string[],
  today: Day,
): Promise<Honoured[]> => {
  const named = await namedToday(centre, registered, today)
  // Who registered under two records that are one now stands there once.
  const persons = [...new Map([...named.values()].map(({ _id, facts }) => [_id, facts])).values()]
  if (persons.length === 0) return []
  const entries = await honourEntries.of(centre).find({
    where: { _id: command.in(persons.map(({ id }) => honourId(centre, id))) },
    limit: persons.length,
  })
  const byPerson = new Map(entries.map((entry) => [entry.person, entry]))
  return honouredShown(
    centre,
    persons.map((facts) => ({ facts, entry: byPerson.get(facts.id) ?? null })),
  )
}
