import { decideCancel } from '@/domain/errands/errand'
import { errands as contract } from '@/types/errands'
import { refuseBadWords } from '../media/words'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { changeErrand, theirs } from './changeErrand'
import { errandsShown } from './show'
import { errands } from './store'

/** Not needed after all; who was to come is told, and the person, when somebody else says so. */
export const cancel = procedure(contract, 'cancel', {
  load: ({ centre, input }) => errands.of(centre).get(input.errand),

  async run({ openid, caller, subject, loaded, input: { key, because = null }, at }) {
    const known = theirs(loaded, subject)
    if (because !== null) await refuseBadWords(openid, [because])
    const byOther = subject.id !== caller.person.id
    const errand = await changeErrand(
      known,
      (now) => decideCancel(now, { key, because, byOther, at }),
      at,
    )
    return found((await errandsShown([errand], [subject], at))[0])
  },
})
