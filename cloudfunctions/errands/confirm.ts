import { decideConfirm } from '@/domain/errands/errand'
import { errands as contract } from '@/types/errands'
import { refuseBadWords } from '../media/words'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { changeErrand, theirs } from './changeErrand'
import { ratingOf } from './ratingOf'
import { claimOf, errandsShown } from './show'
import { errands } from './store'

/** It is done, and how it was; or nobody came. */
export const confirm = procedure(contract, 'confirm', {
  load: ({ centre, input }) => errands.of(centre).get(input.errand),

  async run({ openid, caller, subject, loaded, input, at }) {
    const { key, came, who = null } = input
    const by = idsOf(caller.person)
    const known = theirs(loaded, subject)
    if (claimOf(known, by)) return fail('OwnWork')
    if (input.words !== undefined) await refuseBadWords(openid, [input.words])
    const errand = await changeErrand(
      known,
      (now) => decideConfirm(now, { key, came, who, rating: ratingOf(input), by, at }),
      at,
    )
    return found((await errandsShown([errand], [subject], at))[0])
  },
})
