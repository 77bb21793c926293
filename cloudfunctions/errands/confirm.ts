import { decideConfirm } from '@/domain/errands/errand'
import { errands as contract } from '@/types/errands'
import { refuseBadWords } from '../activities/badText'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { changeErrand, theirs } from './changeErrand'
import { ratingOf } from './ratingOf'
import { errandsShown } from './show'
import { errands } from './store'

/** It is done, and how it was; or nobody came. */
export const confirm = procedure(contract, 'confirm', {
  load: ({ centre, input }) => errands.of(centre).get(input.errand),

  async run({ openid, subject, loaded, input, at }) {
    const { key, came } = input
    const known = theirs(loaded, subject)
    if (input.words !== undefined) await refuseBadWords(openid, [input.words])
    const errand = await changeErrand(
      known,
      (now) => decideConfirm(now, { key, came, rating: ratingOf(input), at }),
      at,
    )
    return found((await errandsShown([errand], at))[0])
  },
})
