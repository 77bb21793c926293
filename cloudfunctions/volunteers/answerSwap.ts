import { decideAnswer } from '@/domain/volunteers/swaps'
import { volunteers } from '@/types/volunteers'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { take } from '../kit/step'
import { idsOf } from '../kit/subject'
import { personNow } from '../residents/store'
import { complete } from './complete'
import { shifts, wholeShift } from './store'

/** Whoever took a place, and whose it is, hear at once what the coordinator says. */
export const answerSwap = procedure(volunteers, 'answerSwap', {
  load: ({ centre, input }) => wholeShift(centre, input.shift),
  place: ({ loaded }) => found(loaded).path,
  concerns: ({ input }) => input.from,

  async run({ centre, loaded, input: { key, from, agree }, at }) {
    const first = found(loaded)
    await decide(async (round) => {
      const shift = round === 0 ? first : found(await wholeShift(centre, first._id))
      const waits = shift.claims[from]?.swap?.takenBy?.id
      const person = waits === undefined ? null : await personNow(centre, waits)
      const taker =
        person && waits !== undefined
          ? { id: waits, name: person.facts.name, ids: [waits, ...idsOf(person.facts)] }
          : null
      const decision = decideAnswer(shift, { key, from, taker, agree, at })
      if (decision.outcome === 'refused') return fail(decision.refusal.code)
      if (decision.outcome === 'same') return
      return (await take(shifts.of(centre), shift._id, decision.step)) ? undefined : again
    })
    await complete(centre, first._id, at)
    return {}
  },
})
