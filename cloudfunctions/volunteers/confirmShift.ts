import { volunteers } from '@/types/volunteers'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { join } from './join'
import { refuseWhoMayNot } from './mayCome'
import { shiftFor } from './show'
import { wholeShift } from './store'

/** Who registered as a volunteer, or holds a role on a node of the shift, may come to it, where nothing keeps them from it. */
export const confirmShift = procedure(volunteers, 'confirmShift', {
  load: ({ centre, input }) => wholeShift(centre, input.shift),

  async run({ centre, caller, loaded, input, at }) {
    await refuseWhoMayNot(found(loaded), caller, at)
    const shift = await join(centre, loaded, caller.person, { key: input.key, by: null, at })
    return shiftFor(shift, caller, at)
  },
})
