import { volunteers } from '@/types/volunteers'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { personNow } from '../residents/store'
import { leave } from './join'
import { wholeShift } from './store'

/** Somebody called in sick: whoever depends on it knows at once. */
export const takeOffShift = procedure(volunteers, 'takeOffShift', {
  load: async ({ centre, input }) => {
    const [shift, person] = await Promise.all([
      wholeShift(centre, input.shift),
      personNow(centre, input.person),
    ])
    return { shift, person }
  },
  place: ({ loaded }) => found(loaded.shift).path,

  async run({ centre, caller, loaded, input: { key, because = null }, at }) {
    const by = caller.person.id
    await leave(centre, loaded.shift, found(loaded.person).facts, { key, because, by, at })
    return {}
  },
})
