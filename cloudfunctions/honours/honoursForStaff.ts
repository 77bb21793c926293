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
    const ids = documents.map(({ person }) => person)
    const [named, entries] = await Promise.all([
      namedToday(centre, ids, dayOf(at)),
      ids.length === 0
        ? []
        : honourEntries.of(centre).find({
            where: { _id: command.in(ids.map((id) => honourId(centre, id))) },
            limit: ids.length,
          }),
    ])
    const byPerson = new Map(entries.map((entry) => [entry.person, entry]))
    const items = await honouredShown(
      ids.flatMap((id) => {
        const person = named.get(id)
        return person
          ? [{ person: { id, name: person.facts.name }, entry: byPerson.get(id) ?? null }]
          : []
      }),
    )
    return { items, next }
  },
})
