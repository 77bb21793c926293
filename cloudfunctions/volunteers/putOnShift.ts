import { volunteers } from '@/types/volunteers'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { personNow } from '../residents/store'
import { refuseBusy } from './busy'
import { isOn, join } from './join'
import { putObstacle } from './mayCome'
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
    const shift = found(loaded.shift)
    const person = found(loaded.person)
    if (!isOn(person.facts, shift)) {
      const obstacle = await putObstacle(shift, shift, person, at)
      if (obstacle) return fail(obstacle)
      await refuseBusy(centre, person.facts, shift)
    }
    await join(centre, shift, person.facts, { key, by, at })
    return {}
  },
})
