import { residents } from '@/types/residents'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { people } from './store'

export const memberCode = procedure(residents, 'memberCode', {
  load: ({ centre, subjectId }) =>
    people.of(centre).get(subjectId, { cards: true, 'facts.name': true }),

  run: async ({ loaded }) => {
    const { cards, facts } = found(loaded)
    const shown = found(cards.filter(({ kind }) => kind === 'phone').at(-1))
    return { card: shown.id, name: facts.name }
  },
})
