import { decideSettle } from '@/domain/errands/errand'
import { errands as contract } from '@/types/errands'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { changeErrand } from './changeErrand'
import { errandsForStaff } from './show'
import { errands } from './store'

/** What staff had to look at is looked after. */
export const settle = procedure(contract, 'settle', {
  load: ({ centre, input }) => errands.of(centre).get(input.errand),
  place: ({ loaded }) => found(loaded).path,
  concerns: ({ loaded }) => found(loaded).person,

  async run({ caller, loaded, input: { key, note }, at }) {
    const errand = await changeErrand(
      found(loaded),
      (now) => decideSettle(now, { note, by: caller.person.id, key, at }),
      at,
    )
    return found((await errandsForStaff([errand], at))[0])
  },
})
