import { volunteers } from '@/types/volunteers'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { join } from './join'
import { actorFor, comerOf, refuseWhoMayNot } from './mayCome'
import { shiftFor } from './show'
import { wholeShift } from './store'

/** Who registered as a volunteer, or holds a role on a node of the shift, may come to it, where nothing keeps them from it. */
export const confirmShift = procedure(volunteers, 'confirmShift', {
  load: ({ centre, input }) => wholeShift(centre, input.shift),

  async run({ centre, caller, subject, loaded, input: { key }, at }) {
    const comer = await comerOf(caller, subject)
    await refuseWhoMayNot(found(loaded), comer, at)
    const actor = actorFor(caller, subject)
    const shift = await join(centre, loaded, subject, { key, by: null, ...actor, at })
    return shiftFor(shift, comer, at)
  },
})
