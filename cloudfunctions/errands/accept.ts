import { decideAccept } from '@/domain/errands/errand'
import { errands as contract } from '@/types/errands'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { idsOf, knownAs } from '../kit/subject'
import { changeErrand } from './changeErrand'
import { claimOf } from './show'
import { errands } from './store'
import { callerRefusal, toDoShown } from './volunteer'
import { busyRefusal } from './volunteersFor'

/** I do it. The last place is given once, whoever taps in the same moment. */
export const accept = procedure(contract, 'accept', {
  load: ({ centre, input }) => errands.of(centre).get(input.errand),

  async run({ caller, loaded, input: { key, showPhone }, at }) {
    const known = found(loaded)
    if (!claimOf(known, idsOf(caller.person))) {
      const refusal = callerRefusal(caller, known, at) ?? (await busyRefusal(known, caller.person))
      if (refusal) return fail(refusal.code)
    }
    const errand = await changeErrand(
      known,
      (now) => {
        const { id, name } = knownAs(caller.person, now)
        return decideAccept(now, { key, person: { id, name }, by: null, showPhone, at })
      },
      at,
    )
    // A late duplicate of a tap that was taken back since is on it no more.
    if (!claimOf(errand, idsOf(caller.person))) return fail('Over')
    return toDoShown(errand, caller, at)
  },
})
