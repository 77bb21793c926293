import { residents } from '@/types/residents'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { kept } from './erasing'
import { changePerson } from './records'
import { people } from './store'

export const keepMyAccount = procedure(residents, 'keepMyAccount', {
  load: ({ centre, subjectId }) => people.of(centre).get(subjectId),

  run: async ({ centre, loaded }) => {
    await changePerson(centre, found(loaded), kept)
    return {}
  },
})
