import { residents } from '@/types/residents'
import { procedure } from '../kit/procedure'
import { recordConsent } from './agreements'

export const giveConsent = procedure(residents, 'giveConsent', {
  run: async ({ centre, input, caller, at }) => {
    const { id } = caller.person
    await recordConsent(centre, { ...input, person: id, givenBy: id, at })
    return {}
  },
})
