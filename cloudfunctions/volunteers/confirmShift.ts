import { staffRoles } from '@/types/shared/roles'
import { volunteers } from '@/types/volunteers'
import { fail, found } from '../kit/failure'
import { holds } from '../kit/passport'
import { procedure } from '../kit/procedure'
import { isOn, join } from './join'
import { shiftOf } from './show'
import { wholeShift } from './store'

/** Who holds the role of a volunteer, or any other, on a node of the shift may come to it. */
export const confirmShift = procedure(volunteers, 'confirmShift', {
  load: ({ centre, input }) => wholeShift(centre, input.shift),

  async run({ centre, caller, loaded, input, at }) {
    if (!holds(caller, staffRoles, found(loaded).path, at)) return fail('NotAVolunteer')
    const shift = await join(centre, loaded, caller.person, { key: input.key, by: null, at })
    return shiftOf(shift, isOn(caller.person, shift))
  },
})
