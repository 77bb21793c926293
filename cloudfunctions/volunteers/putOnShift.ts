import { homeObstacle, putObstacle } from '@/domain/volunteers/takes'
import { volunteers } from '@/types/volunteers'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { personNow } from '../residents/store'
import { refuseBusy } from './busy'
import { isOn, join } from './join'
import { isGiven } from './mayCome'
import { wholeShift } from './store'

/**
 * Anybody who said yes to staff, also somebody without a phone; for who is under age the guardian registered them. Into
 * homes goes nobody but who is known.
 */
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
      const obstacle = putObstacle(person.facts, shift)
      if (obstacle) return fail(obstacle)
      const unknown = homeObstacle(person.facts, false, shift)
      if (unknown && !(await isGiven(shift, person, at))) return fail(unknown)
      await refuseBusy(centre, person.facts, shift)
    }
    await join(centre, shift, person.facts, { key, by, at })
    return {}
  },
})
