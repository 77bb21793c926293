import { decideLeader } from '@/domain/volunteers/leading'
import { minorThen } from '@/domain/volunteers/takes'
import { volunteers } from '@/types/volunteers'
import type { Instant } from '@/types/shared/day'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { take } from '../kit/step'
import { knownAs } from '../kit/subject'
import { personNow, type PersonDoc } from '../residents/store'
import { isGiven } from './mayCome'
import { shifts, wholeShift, type ShiftDoc } from './store'

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
    const person = input.person === null ? null : found(loaded.person)
    const first = found(loaded.shift)
    const minor = person && (await minorOn(first, person, at))
    await decide(async (round) => {
      const shift = round === 0 ? first : found(await wholeShift(centre, first._id))
      const id = person && knownAs(person.facts, shift).id
      const decision = decideLeader(shift, id, minor, at)
      if (decision.outcome === 'refused') return fail(decision.refusal.code)
      if (decision.outcome === 'same') return
      return (await take(shifts.of(centre), shift._id, decision.step)) ? undefined : again
    })
    return {}
  },
})

/** Of who gave no birth date, staff answer for the age of whom they gave a role. */
const minorOn = async (
  shift: ShiftDoc,
  person: PersonDoc,
  at: Instant,
): Promise<boolean | null> => {
  const minor = minorThen(person.facts, false, shift)
  return minor ?? ((await isGiven(shift, person, at)) ? false : null)
}
