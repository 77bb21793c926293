import { residents } from '@/types/residents'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { changePerson } from './records'
import { people } from './store'

export const keepMyAccount = procedure(residents, 'keepMyAccount', {
  load: ({ centre, subjectId }) => people.of(centre).get(subjectId),

  run: async ({ centre, loaded }) => {
    await changePerson(centre, found(loaded), (person) => ({ ...person, eraseOn: null }))
    return {}
  },
})
