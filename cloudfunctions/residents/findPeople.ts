import { askedFor, tokenAt } from '@/domain/residents/search'
import { residents } from '@/types/residents'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { lineFields, people } from './store'
import { personLine } from './views'

export const findPeople = procedure(residents, 'findPeople', {
  // Narrowed below to the caller's own nodes.
  place: () => anywhere,

  run: async ({ centre, input, caller, at }) => {
    const word = askedFor(input.text)
    const own = nodesOf(caller, residents.procedures.findPeople.may.roles, at)
    const { documents, next } = await people.of(centre).page({
      where: own.map((node) => ({ tokens: tokenAt(node, word) })),
      by: ['facts.name', 'asc'],
      after: input.after,
      fields: lineFields,
    })
    return { items: documents.map(personLine), next }
  },
})
