import { residents } from '@/types/residents'
import { repeat } from '../kit/attempts'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { doubles } from './store'

export const dismissDouble = procedure(residents, 'dismissDouble', {
  load: ({ centre, input }) => doubles.of(centre).get(input.double).then(found),
  place: ({ loaded }) => loaded.scopes,

  run: async ({ centre, loaded }) => {
    await repeat(() =>
      doubles.of(centre).change(loaded._id, { state: 'dismissed' }, { state: 'open' }),
    )
    return {}
  },
})
