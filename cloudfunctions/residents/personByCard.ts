import { residents } from '@/types/residents'
import { fail } from '../kit/failure'
import { anywhere, procedure } from '../kit/procedure'
import { personOfCard } from './store'
import { personLine } from './views'

export const personByCard = procedure(residents, 'personByCard', {
  load: ({ centre, input }) => personOfCard(centre, input.card),
  // Whoever shows a card stands before the member of staff.
  place: () => anywhere,

  run: async ({ loaded }) => (loaded ? personLine(loaded) : fail('CardUnknown')),
})
