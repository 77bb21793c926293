import { volunteers } from '@/types/volunteers'
import { procedure } from '../kit/procedure'
import { leave } from './join'
import { actorFor, comerOf } from './mayCome'
import { shiftFor } from './show'
import { wholeShift } from './store'

export const withdrawFromShift = procedure(volunteers, 'withdrawFromShift', {
  load: ({ centre, input }) => wholeShift(centre, input.shift),

  async run({ centre, caller, subject, loaded, input: { key, because = null }, at }) {
    const comer = await comerOf(caller, subject)
    const actor = actorFor(caller, subject)
    const shift = await leave(centre, loaded, subject, { key, because, by: null, ...actor, at })
    return shiftFor(shift, comer, at)
  },
})
