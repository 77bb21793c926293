import { placeOf } from '@/domain/residents/places'
import { residents } from '@/types/residents'
import { found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { anywhere, procedure } from '../kit/procedure'
import { changePerson } from './records'
import { personNow } from './store'

export const issueCard = procedure(residents, 'issueCard', {
  load: ({ centre, input }) => personNow(centre, input.person).then(found),
  place: ({ loaded }) => placeOf(loaded.facts) ?? anywhere,

  run: async ({ centre, input, at, loaded }) => {
    const card = hiddenId(centre, 'm', loaded._id, input.key)
    const { facts } = await changePerson(centre, loaded, (person) => ({
      ...person,
      cards: [
        ...person.cards.filter(({ kind }) => kind === 'phone'),
        { id: card, kind: 'paper', issuedAt: at },
      ],
    }))
    return { card, name: facts.name }
  },
})
