import { askedFor, tokenAt } from '@/domain/residents/search'
import { residents } from '@/types/residents'
import { cursorAfter } from '../kit/cursor'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { lineFields, people } from './store'
import { personLine } from './views'

const pageSize = 20

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
          by: ['facts.name', 'asc'],
          after: input.after,
          fields: lineFields,
        }),
      ),
    )
    // Somebody below two of the caller's nodes comes up in both.
    const all = [
      ...new Map(pages.flatMap(({ documents }) => documents).map((one) => [one._id, one])).values(),
    ].sort((a, b) => compare(a.facts.name, b.facts.name) || compare(a._id, b._id))
    const shown = all.slice(0, pageSize)
    const last = shown.at(-1)
    const more = all.length > pageSize || pages.some(({ next }) => next !== null)
    return {
      items: shown.map(personLine),
      next: more && last ? cursorAfter(last, 'facts.name') : null,
    }
  },
})

/** As the database orders text. */
const compare = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))
