import { residents } from '@/types/residents'
import { found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { procedure } from '../kit/procedure'
import { changePerson } from './records'
import { people } from './store'

export const renewMemberCode = procedure(residents, 'renewMemberCode', {
  load: ({ centre, subjectId }) => people.of(centre).get(subjectId),

  run: async ({ centre, input, subject, at, loaded }) => {
    const card = hiddenId(centre, 'm', subject.id, input.key)
    const { facts } = await changePerson(centre, found(loaded), (person) => ({
      ...person,
      cards: [
        ...person.cards.filter(({ kind }) => kind === 'paper'),
        { id: card, kind: 'phone', issuedAt: at },
      ],
    }))
    return { card, name: facts.name }
  },
})
