import { decideWish as rule } from '@/domain/proposals/wish'
import { proposals as contract } from '@/types/proposals'
import { dayMs } from '@/types/shared/day'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { checksOf } from '../media/checks'
import { refuseBadWords } from '../media/words'
import { changeWish } from './follow'
import { refusePending } from './pictures'
import { wishForStaff } from './showWish'
import { settingsOf, wishes } from './store'

/** Published in words of staff, or refused with a reason; what was written stays as it was. */
export const decideWish = procedure(contract, 'decideWish', {
  load: async ({ centre, input }) => {
    const [wish, checks, { settings }] = await Promise.all([
      wishes.of(centre).get(input.wish),
      checksOf(centre, input.wish),
      settingsOf(centre),
    ])
    return { wish: found(wish), checks, settings }
  },
  place: ({ loaded }) => loaded.wish.path,
  concerns: ({ loaded }) => loaded.wish.person,

  async run({ openid, caller, loaded: { wish, checks, settings }, input, at }) {
    const { key, publish = null, because = null } = input
    if (publish && wish.state === 'waiting') {
      refusePending(wish.photos, checks)
      await refuseBadWords(openid, [publish.title, publish.words])
    }
    const until = at + settings.wishDays * dayMs
    const by = caller.person.id
    return wishForStaff(
      await changeWish(wish, (now) => rule(now, { key, at, by, publish, because, until }), at),
    )
  },
})
