import { placeOf } from '@/domain/residents/places'
import { residents } from '@/types/residents'
import { found } from '../kit/failure'
import { anywhere, procedure } from '../kit/procedure'
import { personNow } from './store'
import { personForStaff } from './views'

export const getPerson = procedure(residents, 'getPerson', {
  load: ({ centre, input }) => personNow(centre, input.person).then(found),
  place: ({ loaded }) => placeOf(loaded.facts) ?? anywhere,

  run: async ({ caller, at, loaded }) => personForStaff(loaded, caller.roles, at),
})
