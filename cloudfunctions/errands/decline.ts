import { decideDecline } from '@/domain/errands/errand'
import { errands as contract } from '@/types/errands'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { changeErrand } from './changeErrand'
import { noteDeclined } from './helpers'
import { errands } from './store'
import { standsAs } from './volunteer'

/** I cannot, or cannot after all; somebody else is asked at once. */
export const decline = procedure(contract, 'decline', {
  load: ({ centre, input }) => errands.of(centre).get(input.errand),

  async run({ centre, caller, loaded, input: { key }, at }) {
    const known = found(loaded)
    const errand = await changeErrand(
      known,
      (now) => decideDecline(now, { key, person: standsAs(caller, now, at), at }),
      at,
    )
    // Whoever was never asked is kept from being asked, without a word in the errand.
    if (!idsOf(caller.person).some((id) => errand.gone[id]))
      await noteDeclined(centre, caller.person.id, errand._id, at)
    return {}
  },
})
