import { decideDecline } from '@/domain/errands/errand'
import { errands as contract } from '@/types/errands'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { changeErrand } from './changeErrand'
import { errands } from './store'
import { standsAs } from './volunteer'

/** I cannot, or cannot after all; somebody else is asked at once. */
export const decline = procedure(contract, 'decline', {
  load: ({ centre, input }) => errands.of(centre).get(input.errand),

  async run({ caller, loaded, input: { key }, at }) {
    await changeErrand(
      found(loaded),
      (now) => decideDecline(now, { key, person: standsAs(caller, now, at), at }),
      at,
    )
    return {}
  },
})
