import { decideSetOff } from '@/domain/errands/errand'
import { errands as contract } from '@/types/errands'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { knownAs } from '../kit/subject'
import { changeErrand } from './changeErrand'
import { errands } from './store'
import { toDoShown } from './volunteer'

/** I am on the way: the resident hears it, and who comes. */
export const setOff = procedure(contract, 'setOff', {
  load: ({ centre, input }) => errands.of(centre).get(input.errand),

  async run({ caller, loaded, input: { key }, at }) {
    const errand = await changeErrand(
      found(loaded),
      (now) => decideSetOff(now, { key, person: knownAs(caller.person, now).id, at }),
      at,
    )
    return toDoShown(errand, caller, at)
  },
})
