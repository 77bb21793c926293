import { isRaised } from '@/domain/notices/calls'
import { notices } from '@/types/notices'
import { command } from '../kit/cloud'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { people, type PersonDoc } from '../residents/store'
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
    const persons = await personsOf(
      centre,
      documents.map(({ to }) => to),
    )
    return {
      items: documents.map(({ _id, event, to, about, aboutName, data, due, call }) => ({
        id: _id,
        event,
        person: {
          id: to,
          name: to === about ? aboutName : (persons.get(to)?.facts.name ?? ''),
          phone: persons.get(to)?.phone ?? null,
        },
        about: to === about ? null : { id: about, name: aboutName },
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

const personsOf = async (
  centre: string,
  ids: readonly string[],
): Promise<Map<string, Pick<PersonDoc, 'facts' | 'phone'>>> => {
  if (ids.length === 0) return new Map()
  const persons = await people.of(centre).find({
    where: { _id: command.in([...new Set(ids)]) },
    limit: ids.length,
    fields: { 'facts.name': true, phone: true },
  })
  return new Map(persons.map((person) => [person._id, person]))
}
