import { isRaised } from '@/domain/notices/calls'
import { notices } from '@/types/notices'
import { command } from '../kit/cloud'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { people } from '../residents/store'
import { outbox } from './store'

const { roles } = notices.procedures.callList.may

/** Whom to call in the caller's nodes: what is most urgent stands first. */
export const callList = procedure(notices, 'callList', {
  place: () => anywhere,

  async run({ centre, caller, input: { after }, at }) {
    const nodes = nodesOf(caller, roles, at)
    const { documents, next } = await outbox.of(centre).page({
      where: nodes.map((node) => ({ state: 'calling', 'call.path': node })),
      by: ['due', 'asc'],
      after,
    })
    const phones = await phonesOf(
      centre,
      documents.map(({ to }) => to),
    )
    return {
      items: documents.map(({ _id, event, to, aboutName, data, due, call }) => ({
        id: _id,
        event,
        person: { id: to, name: aboutName, phone: phones.get(to) ?? null },
        data: { ...data },
        due,
        raised: isRaised(due, at),
        outcome: call?.outcome ?? null,
        caller: call?.byName ?? null,
      })),
      next,
    }
  },
})

const phonesOf = async (centre: string, ids: readonly string[]): Promise<Map<string, string>> => {
  if (ids.length === 0) return new Map()
  const persons = await people.of(centre).find({
    where: { _id: command.in([...new Set(ids)]) },
    limit: ids.length,
    fields: { phone: true },
  })
  return new Map(persons.flatMap(({ _id, phone }) => (phone === null ? [] : [[_id, phone]])))
}
