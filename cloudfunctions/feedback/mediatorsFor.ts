import { feedback } from '@/types/feedback'
import { procedure } from '../kit/procedure'
import { holdersOf } from './holders'
import { sealedFor, sealedPlace } from './sealedFor'
import { cases } from './store'

export const mediatorsFor = procedure(feedback, 'mediatorsFor', {
  load: ({ centre, input }) => cases.of(centre).get(input.case),
  place: sealedPlace,

  async run({ caller, loaded, at }) {
    const one = sealedFor(loaded, caller)
    const mediators = await holdersOf(one, ['mediator'], at)
    return {
      mediators: mediators
        .filter(({ id }) => id !== one.sealing.mediator)
        .map(({ id, name }) => ({ id, name })),
    }
  },
})
