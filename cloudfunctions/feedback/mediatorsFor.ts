import { feedback } from '@/types/feedback'
import { procedure } from '../kit/procedure'
import { holdersOf } from './holders'
import { isOwnMatter, sealedFor, ofSealed } from './sealedFor'

export const mediatorsFor = procedure(feedback, 'mediatorsFor', {
  ...ofSealed,

  async run({ caller, loaded, at }) {
    const one = sealedFor(loaded, caller)
    const mediators = await holdersOf(one, ['mediator'], at)
    return {
      mediators: mediators
        .filter(({ id, ids }) => id !== one.sealing.mediator && !isOwnMatter(one, ids))
        .map(({ id, name }) => ({ id, name })),
    }
  },
})
