import { firstDay, lastDay } from '@/domain/errands/when'
import { errands } from '@/types/errands'
import { procedure } from '../kit/procedure'
import { onOffer, orderersOf } from './orderers'
import { kindOf } from './show'
import { allKinds } from './store'

/** The menu of the centre: whoever looks sees all of it, and what of it their family can order. */
export const menu = procedure(errands, 'menu', {
  load: ({ centre }) => allKinds(centre),

  async run({ centre, caller, loaded, at }) {
    const kinds = onOffer(loaded)
    const family = caller ? [caller.person, ...Object.values(caller.dependants)] : []
    const members = await orderersOf(centre, kinds, family, at)
    return {
      kinds: kinds.map(kindOf),
      family: members.map((member) => ({ ...member, self: member.id === caller?.person.id })),
      from: firstDay(at),
      until: lastDay(at),
    }
  },
})
