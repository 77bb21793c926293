import { volunteers } from '@/types/volunteers'
import { procedure } from '../kit/procedure'
import { leave } from './join'
import { shiftFor } from './show'
import { wholeShift } from './store'

export const withdrawFromShift = procedure(volunteers, 'withdrawFromShift', {
  load: ({ centre, input }) => wholeShift(centre, input.shift),

  async run({ centre, caller, loaded, input: { key, because = null }, at }) {
    const shift = await leave(centre, loaded, caller.person, { key, because, by: null, at })
    return shiftFor(shift, caller, at)
  },
})
