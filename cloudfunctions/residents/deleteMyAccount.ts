import { eraseDay } from '@/domain/residents/erasure'
import { residents } from '@/types/residents'
import { dayOf } from '@/types/shared/day'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { unlessLastAdmin } from './last-admin'
import { people } from './store'

export const deleteMyAccount = procedure(residents, 'deleteMyAccount', {
  run: async ({ centre, caller, at }) => {
    const me = caller.person.id
    const erasedOn = await unlessLastAdmin(centre, me, at, async (transaction) => {
      const { eraseOn, rev } = found(await transaction.get(people, centre, me))
      // Asked twice, the first day stands.
      if (eraseOn !== null) return eraseOn
      const day = eraseDay(dayOf(at))
      await transaction.change(people, me, { eraseOn: day, rev: rev + 1 })
      return day
    })
    return { erasedOn }
  },
})
