import { decideGiveBack } from '@/domain/proposals/wish'
import { proposals as contract } from '@/types/proposals'
import { dayMs } from '@/types/shared/day'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { changeWish } from './follow'
import { myWish } from './showWish'
import { settingsOf, wishes } from './store'
import { claimable } from './wishOf'

/** Not able to after all: it waits for somebody else, as long as any other does. */
export const giveBackWish = procedure(contract, 'giveBackWish', {
  load: async ({ centre, input }) => {
    const [wish, { settings }] = await Promise.all([
      wishes.of(centre).get(input.wish),
      settingsOf(centre),
    ])
    return { wish, settings }
  },

  async run({ caller, subject, loaded: { wish, settings }, input: { key }, at }) {
    const until = at + settings.wishDays * dayMs
    const after = await changeWish(
      claimable(wish, subject),
      (now) => decideGiveBack(now, idsOf(subject), { key, at, by: caller.person.id, until }),
      at,
    )
    return myWish(after, { caller, subject })
  },
})
