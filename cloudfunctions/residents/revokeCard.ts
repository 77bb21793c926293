import { placeOf } from '@/domain/residents/places'
import { residents } from '@/types/residents'
import { found } from '../kit/failure'
import { anywhere, procedure } from '../kit/procedure'
import { changePerson } from './records'
import { personNow } from './store'

export const revokeCard = procedure(residents, 'revokeCard', {
  load: ({ centre, input }) => personNow(centre, input.person).then(found),
  place: ({ loaded }) => placeOf(loaded.facts) ?? anywhere,

  run: async ({ centre, input, loaded }) => {
    await changePerson(centre, loaded, (person) => ({
      ...person,
      cards: person.cards.filter(({ id }) => id !== input.card),
    }))
    return {}
  },
})
