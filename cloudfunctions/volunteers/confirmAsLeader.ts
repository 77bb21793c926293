import { volunteers } from '@/types/volunteers'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { complete } from './complete'
import { confirmSeveral } from './confirmSeveral'
import { decideEntry } from './decideEntry'
import { leads } from './see'
import { hoursEntries, wholeShift } from './store'

/** The leader was there: they are the second person for who checked in themselves, never for themselves. */
export const confirmAsLeader = procedure(volunteers, 'confirmAsLeader', {
  load: ({ centre, input }) => wholeShift(centre, input.shift),

  async run({ centre, caller, loaded, input: { key, shift, entry, minutes }, at }) {
    if (!leads(caller, found(loaded))) fail('NotTheLeader')
    await complete(centre, shift, at)
    if (entry === undefined) return confirmSeveral(centre, caller, { shift, key, at })
    const known = found(await hoursEntries.of(centre).get(entry, { shift: true }))
    if (known.shift !== shift) fail('NotTheLeader')
    await decideEntry(centre, caller, {
      entry,
      verdict: 'confirmed',
      because: null,
      minutes,
      key,
      at,
    })
    return { confirmed: 1 }
  },
})
