import { residents } from '@/types/residents'
import { command } from '../kit/cloud'
import { mergePages } from '../kit/merge-pages'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { doubles, lineFields, people } from './store'
import { personLine } from './views'

const oldestFirst = ['at', 'asc'] as const

export const listDoubles = procedure(residents, 'listDoubles', {
  // Narrowed below to the caller's own nodes.
  place: () => anywhere,

  run: async ({ centre, input, caller, at }) => {
    const roles = residents.procedures.listDoubles.may.roles
    const pages = await Promise.all(
      nodesOf(caller, roles, at).map((node) =>
        doubles.of(centre).page({
          where: { state: 'open', scopes: node },
          by: oldestFirst,
          after: input.after,
        }),
      ),
    )
    const { documents: shown, next } = mergePages(pages, oldestFirst)
    const ids = [...new Set(shown.flatMap(({ a, b }) => [a, b]))]
    const records =
      ids.length === 0
        ? []
        : await people.of(centre).find({
            where: { _id: command.in(ids) },
            limit: ids.length,
            fields: lineFields,
          })
    const lines = new Map(records.map((record) => [record._id, personLine(record)]))
    return {
      items: shown.flatMap(({ _id, a, b, why }) => {
        const [one, other] = [lines.get(a), lines.get(b)]
        return one && other ? [{ id: _id, a: one, b: other, why }] : []
      }),
      next,
    }
  },
})
