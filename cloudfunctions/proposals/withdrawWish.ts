import { decideWithdraw } from '@/domain/proposals/wish'
import { proposals as contract } from '@/types/proposals'
import { procedure } from '../kit/procedure'
import { changeWish } from './follow'
import { myWish } from './showWish'
import { wishes } from './store'
import { wishOf } from './wishOf'

/** Thought better of, as long as nobody claimed it. */
export const withdrawWish = procedure(contract, 'withdrawWish', {
  load: ({ centre, input }) => wishes.of(centre).get(input.wish),

  async run({ caller, subject, loaded, input: { key }, at }) {
    const by = caller.person.id
    const wish = await changeWish(
      wishOf(loaded, subject),
      (now) => decideWithdraw(now, { key, at, by }),
      at,
    )
    return myWish(wish, { caller, subject })
  },
})
