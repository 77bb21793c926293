import { askedFor, tokenAt } from '@/domain/residents/search'
import { residents } from '@/types/residents'
import { mergePages } from '../kit/merge-pages'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { lineFields, people } from './store'
import { personLine } from './views'

const byName = ['facts.name', 'asc'] as const

export const findPeople = procedure(residents, 'findPeople', {
  // Narrowed below to the caller's own nodes.
  place: () => anywhere,

  run: async ({ centre, input, caller, at }) => {
    const word = askedFor(input.text)
    const roles = residents.procedures.findPeople.may.roles
    const pages = await Promise.all(
      nodesOf(caller, roles, at).map((node) =>
        people.of(centre).page({
          where: { tokens: tokenAt(node, word) },
          by: byName,
          after: input.after,
          fields: lineFields,
        }),
      ),
    )
    const { documents, next } = mergePages(pages, byName)
    return { items: documents.map(personLine), next }
  },
})
