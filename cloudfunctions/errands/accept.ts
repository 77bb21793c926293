import { decideAccept, decideUndo } from '@/domain/errands/errand'
import { errands as contract } from '@/types/errands'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { idsOf, knownAs } from '../kit/subject'
import { carriedThrough, changed } from './changeErrand'
import { claimOf } from './show'
import { errands } from './store'
import { callerRefusal, toDoShown } from './volunteer'
import { busyRefusal } from './volunteersFor'

/** I do it. The last place is given once, whoever taps in the same moment. */
export const accept = procedure(contract, 'accept', {
  load: ({ centre, input }) => errands.of(centre).get(input.errand),

  async run({ caller, loaded, input: { key, showPhone }, at }) {
    const known = found(loaded)
    const { person } = caller
    const ids = idsOf(person)
    const before = claimOf(known, ids)
    if (!before) {
      const refusal = callerRefusal(caller, known, at) ?? (await busyRefusal(known, person))
      if (refusal) return fail(refusal.code)
    }
    const taken = await changed(known, (now) => {
      const { id, name } = knownAs(person, now)
      return decideAccept(now, { key, person: { id, name }, ids, by: null, showPhone, at })
    })
    // Two taps on two errands of one time may both have passed: what is seen now, both see, and neither keeps it.
    if (!before && claimOf(taken, ids) && (await busyRefusal(taken, person))) {
      const undone = await changed(taken, (now) =>
        decideUndo(now, { key, person: knownAs(person, now).id, at }),
      )
      await carriedThrough(undone, at)
      return fail('BusyThen')
    }
    const errand = await carriedThrough(taken, at)
    // A late duplicate of a tap that was taken back since is on it no more.
    if (!claimOf(errand, idsOf(caller.person))) return fail('Over')
    return toDoShown(errand, caller, at)
  },
})
