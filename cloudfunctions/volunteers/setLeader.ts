import { decideLeader } from '@/domain/volunteers/leading'
import { volunteers } from '@/types/volunteers'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { take } from '../kit/step'
import { knownAs } from '../kit/subject'
import { personNow } from '../residents/store'
import { shifts, wholeShift } from './store'

/** One of those on a shift answers for it on the spot. */
export const setLeader = procedure(volunteers, 'setLeader', {
  load: async ({ centre, input }) => {
    const [shift, person] = await Promise.all([
      wholeShift(centre, input.shift),
      input.person === null ? null : personNow(centre, input.person),
    ])
    return { shift, person }
  },
  place: ({ loaded }) => found(loaded.shift).path,

  async run({ centre, loaded, input, at }) {
    const person = input.person === null ? null : found(loaded.person).facts
    const first = found(loaded.shift)
    await decide(async (round) => {
      const shift = round === 0 ? first : found(await wholeShift(centre, first._id))
      const id = person && knownAs(person, shift).id
      const decision = decideLeader(shift, id, person?.birthDate ?? null, at)
      if (decision.outcome === 'refused') return fail(decision.refusal.code)
      if (decision.outcome === 'same') return
      return (await take(shifts.of(centre), shift._id, decision.step)) ? undefined : again
    })
    return {}
  },
})
