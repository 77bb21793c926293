import { decideFinish } from '@/domain/errands/errand'
import { errands as contract } from '@/types/errands'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { changeErrand } from './changeErrand'
import { errandsForStaff } from './show'
import { errands } from './store'

/** Staff put down what a volunteer told them who cannot use a phone: it is done, or nobody was at home. */
export const report = procedure(contract, 'report', {
  load: ({ centre, input }) => errands.of(centre).get(input.errand),
  place: ({ loaded }) => found(loaded).path,

  async run({ caller, loaded, input, at }) {
    const { key, person, there, together = null, minutes = null } = input
    const known = found(loaded)
    if (!known.claims[person]) return fail('NotOnIt')
    const reportedBy = caller.person.id
    const said = { key, person, there, together, minutes, rating: null, reportedBy, at }
    const errand = await changeErrand(known, (now) => decideFinish(now, said), at)
    return found((await errandsForStaff([errand], at))[0])
  },
})
