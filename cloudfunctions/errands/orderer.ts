import { errands } from '@/types/errands'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { onOffer, orderersOf } from './orderers'
import { allKinds } from './store'

/** What one person can order. */
export const orderer = procedure(errands, 'orderer', {
  load: ({ centre }) => allKinds(centre),

  async run({ centre, caller, subject, loaded, at }) {
    const [member] = await orderersOf(centre, onOffer(loaded), [subject], at)
    return { ...found(member), self: subject.id === caller.person.id }
  },
})
