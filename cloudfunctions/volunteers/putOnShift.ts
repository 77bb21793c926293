import { volunteers } from '@/types/volunteers'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { personNow } from '../residents/store'
import { join } from './join'
import { wholeShift } from './store'

/** Anybody who said yes to staff: also somebody without a phone. */
export const putOnShift = procedure(volunteers, 'putOnShift', {
  load: async ({ centre, input }) => {
    const [shift, person] = await Promise.all([
      wholeShift(centre, input.shift),
      personNow(centre, input.person),
    ])
    return { shift, person }
  },
  place: ({ loaded }) => found(loaded.shift).path,

  async run({ centre, caller, loaded, input: { key }, at }) {
    const by = caller.person.id
    await join(centre, loaded.shift, found(loaded.person).facts, { key, by, at })
    return {}
  },
})
