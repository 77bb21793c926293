import { honours as contract } from '@/types/honours'
import { dayOf } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { volunteerRecords } from '../volunteers/store'
import { honouredShown } from './honoured'
import { namedToday } from './named'
import { honourEntries, honourId } from './store'

const { roles } = contract.procedures.honoursForStaff.may

export const honoursForStaff = procedure(contract, 'honoursForStaff', {
  place: () => anywhere,

  async run({ centre, caller, input: { after }, at }) {
    const { documents, next } = await volunteerRecords.of(centre).page({
      where: nodesOf(caller, roles, at).map((node) => ({ honours: true, offers: `${node}|` })),
      by: ['_id', 'asc'],
      after,
      fields: { person: true },
    })
    const registered = documents.map(({ person }) => person)
    const named = await namedToday(centre, registered, dayOf(at))
    const persons = [...named.values()].map(({ facts: { id, name } }) => ({ id, name }))
    const entries =
      persons.length === 0
        ? []
        : await honourEntries.of(centre).find({
            where: { _id: command.in(persons.map(({ id }) => honourId(centre, id))) },
            limit: persons.length,
          })
    const byPerson = new Map(entries.map((entry) => [entry.person, entry]))
    const items = await honouredShown(
      persons.map((person) => ({ person, entry: byPerson.get(person.id) ?? null })),
    )
    return { items, next }
  },
})
