import { residents } from '@/types/residents'
import { procedure } from '../kit/procedure'
import { askErasure } from './erasing'

export const deleteMyAccount = procedure(residents, 'deleteMyAccount', {
  run: async ({ centre, caller, at }) => ({
    erasedOn: await askErasure(centre, caller.person.id, at, null),
  }),
})
