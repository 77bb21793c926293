import { decideFinish } from '@/domain/errands/errand'
import { errands as contract } from '@/types/errands'
import { refuseBadWords } from '../media/words'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { idsOf, knownAs } from '../kit/subject'
import { changeErrand } from './changeErrand'
import { ratingOf } from './ratingOf'
import { claimOf } from './show'
import { errands } from './store'
import { toDoShown } from './volunteer'

/** Done, or nobody was at home. */
export const finish = procedure(contract, 'finish', {
  load: ({ centre, input }) => errands.of(centre).get(input.errand),

  async run({ openid, caller, loaded, input, at }) {
    const { key, there, together = null, minutes = null, words } = input
    const known = found(loaded)
    if (!claimOf(known, idsOf(caller.person))) return fail('NotYours')
    const rating = ratingOf(input)
    if (there && rating === null) return fail('StarsNeeded')
    if (words !== undefined) await refuseBadWords(openid, [words])
    const errand = await changeErrand(
      known,
      (now) => {
        const { id: person } = knownAs(caller.person, now)
        const said = { key, person, there, together, minutes, rating, reportedBy: null, at }
        return decideFinish(now, said)
      },
      at,
    )
    return toDoShown(errand, caller, at)
  },
})
