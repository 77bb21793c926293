import { decideTake } from '@/domain/volunteers/swaps'
import { volunteers } from '@/types/volunteers'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { take as takeStep } from '../kit/step'
import { idsOf, knownAs } from '../kit/subject'
import { complete } from './complete'
import { actorFor, comerOf, refuseWhoMayNot } from './mayCome'
import { shifts, wholeShift, type ShiftDoc } from './store'

/** The first who takes it has it: of two taps in one moment the other is told so. What the shift serves follows. */
export const takeSwap = procedure(volunteers, 'takeSwap', {
  load: ({ centre, input }) => wholeShift(centre, input.shift),

  async run({ centre, caller, subject, loaded, input: { key, from, take }, at }) {
    const first = found(loaded)
    const ids = idsOf(subject)
    const actor = actorFor(caller, subject)
    if (take && !hasTaken(first, from, ids))
      await refuseWhoMayNot(first, await comerOf(caller, subject), at)
    const waits = await decide(async (round) => {
      const shift = round === 0 ? first : found(await wholeShift(centre, first._id))
      const { id, name } = knownAs(subject, shift)
      const person = { id, name, ...actor }
      const decision = decideTake(shift, { key, from, person, ids, take, at })
      if (decision.outcome === 'refused') return fail(decision.refusal.code)
      if (decision.outcome === 'same') return decision.waits
      return (await takeStep(shifts.of(centre), shift._id, decision.step)) ? decision.waits : again
    })
    await complete(centre, first._id, at)
    return { waits }
  },
})

/** Whoever waits for the coordinator's word was asked everything when they took it. */
const hasTaken = ({ claims }: ShiftDoc, from: string, ids: readonly string[]): boolean =>
  ids.includes(claims[from]?.swap?.takenBy?.id ?? '')
