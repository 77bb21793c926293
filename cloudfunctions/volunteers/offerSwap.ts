import { decideOffer } from '@/domain/volunteers/swaps'
import { volunteers } from '@/types/volunteers'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { take } from '../kit/step'
import { knownAs } from '../kit/subject'
import { complete } from './complete'
import { comerOf } from './mayCome'
import { shiftFor } from './show'
import { shifts, wholeShift } from './store'

export const offerSwap = procedure(volunteers, 'offerSwap', {
  load: ({ centre, input }) => wholeShift(centre, input.shift),

  async run({ centre, caller, subject, loaded, input: { key, offer }, at }) {
    const first = found(loaded)
    await decide(async (round) => {
      const shift = round === 0 ? first : found(await wholeShift(centre, first._id))
      const person = knownAs(subject, shift).id
      const decision = decideOffer(shift, { key, person, offer, at })
      if (decision.outcome === 'refused') return fail(decision.refusal.code)
      if (decision.outcome === 'same') return
      return (await take(shifts.of(centre), shift._id, decision.step)) ? undefined : again
    })
    if (!offer) await complete(centre, first._id, at)
    return shiftFor(found(await wholeShift(centre, first._id)), await comerOf(caller, subject), at)
  },
})
