import { residents } from '@/types/residents'
import { command } from '../kit/cloud'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { doubles, lineFields, people } from './store'
import { personLine } from './views'

export const listDoubles = procedure(residents, 'listDoubles', {
  // Narrowed below to the caller's own nodes.
  place: () => anywhere,

  run: async ({ centre, input, caller, at }) => {
    const own = nodesOf(caller, residents.procedures.listDoubles.may.roles, at)
    const { documents, next } = await doubles.of(centre).page({
      where: own.map((node) => ({ state: 'open', scopes: node })),
      by: ['at', 'asc'],
      after: input.after,
    })
    const ids = [...new Set(documents.flatMap(({ a, b }) => [a, b]))]
    const records = await people.of(centre).find({
      where: { _id: command.in(ids) },
      limit: Math.max(ids.length, 1),
      fields: lineFields,
    })
    const lines = new Map(records.map((record) => [record._id, personLine(record)]))
    return {
      items: documents.flatMap(({ _id, a, b, why }) => {
        const [one, other] = [lines.get(a), lines.get(b)]
        return one && other ? [{ id: _id, a: one, b: other, why }] : []
      }),
      next,
    }
  },
})
