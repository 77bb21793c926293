import { proposals as contract } from '@/types/proposals'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { familyOf, myWish } from './showWish'
import { wishes } from './store'

/** One wish: a published one for everybody, any other for its own people. */
export const wish = procedure(contract, 'wish', {
  load: ({ centre, input }) => wishes.of(centre).get(input.wish),

  run({ caller, loaded }) {
    const known = found(loaded)
    const family = familyOf(caller)
    const own = family.includes(known.person) || family.includes(known.claimer ?? '')
    if (known.listed === null && !own) fail('NotFound')
    return myWish(known, { caller })
  },
})
