import { residents } from '@/types/residents'
import { procedure } from '../kit/procedure'
import { endActingFor } from './ending'
import { people } from './store'

/** Gives up acting for somebody. The record stays: others may act for them, and its history is not the holder's. */
export const removeDependant = procedure(residents, 'removeDependant', {
  load: ({ centre, input }) => people.of(centre).get(input.dependant),

  run: async ({ centre, caller, at, loaded }) => {
    if (loaded) await endActingFor(centre, loaded, caller.person.id, at)
    return {}
  },
})
