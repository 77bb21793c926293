import { residents } from '@/types/residents'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { endActingFor } from './ending'
import { people } from './store'

export const endActing = procedure(residents, 'endActing', {
  load: ({ centre, subjectId }) => people.of(centre).get(subjectId),

  run: async ({ centre, input, at, loaded }) => {
    await endActingFor(centre, found(loaded), input.actor, at)
    return {}
  },
})
