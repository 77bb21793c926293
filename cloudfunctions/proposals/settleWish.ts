import { decideSettle } from '@/domain/proposals/wish'
import { proposals as contract } from '@/types/proposals'
import { dayMs } from '@/types/shared/day'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { changeWish } from './follow'
import { wishForStaff } from './showWish'
import { settingsOf, wishes } from './store'
import { didIt } from './wishOf'

/** Where nobody else does anything, staff do: every wish ends. */
export const settleWish = procedure(contract, 'settleWish', {
  load: async ({ centre, input }) => {
    const [wish, { settings }] = await Promise.all([
      wishes.of(centre).get(input.wish),
      settingsOf(centre),
    ])
    return { wish: found(wish), settings }
  },
  place: ({ loaded }) => loaded.wish.path,
  concerns: ({ loaded }) => loaded.wish.person,

  async run({ caller, loaded: { wish, settings }, input: { key, by: how, note }, at }) {
    const until = at + settings.wishDays * dayMs
    const by = caller.person.id
    if (how === 'confirm' && didIt(wish, caller.person)) return fail('OwnWork')
    return wishForStaff(
      await changeWish(wish, (now) => decideSettle(now, { key, at, by, how, note, until }), at),
    )
  },
})
