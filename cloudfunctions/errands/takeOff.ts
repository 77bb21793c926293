import { decideDecline } from '@/domain/errands/errand'
import { errands as contract } from '@/types/errands'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { changeErrand } from './changeErrand'
import { errandsForStaff } from './show'
import { errands } from './store'

/** A volunteer who rings up will not come; somebody else is asked at once. */
export const takeOff = procedure(contract, 'takeOff', {
  load: ({ centre, input }) => errands.of(centre).get(input.errand),
  place: ({ loaded }) => found(loaded).path,

  async run({ loaded, input: { key, person }, at }) {
    const known = found(loaded)
    if (!known.claims[person] && !known.gone[person]) return fail('NotOnIt')
    const errand = await changeErrand(known, (now) => decideDecline(now, { key, person, at }), at)
    return found((await errandsForStaff([errand], at))[0])
  },
})
