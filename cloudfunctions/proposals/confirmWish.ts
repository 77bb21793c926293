import { decideConfirm, mostNotYet } from '@/domain/proposals/wish'
import { proposals as contract } from '@/types/proposals'
import { dayOf } from '@/types/shared/day'
import { fail } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { mayGuess } from '../residents/guesses'
import { checkedOrHeld } from './checked'
import { changeWish } from './follow'
import { myWish } from './showWish'
import { wishes } from './store'
import { didIt, wishOf } from './wishOf'

/** The wisher says whether it came true, with thanks; never who did it themselves. */
export const confirmWish = procedure(contract, 'confirmWish', {
  load: ({ centre, input }) => wishes.of(centre).get(input.wish),

  async run({ centre, openid, caller, subject, loaded, input: { key, came, thanks = null }, at }) {
    const known = wishOf(loaded, subject)
    if (didIt(known, caller.person)) return fail('OwnWork')
    // Each round of doing it and saying that it is not done tells the other something.
    if (!came && !(await mayGuess(centre, `notYet:${known._id}`, key, dayOf(at), mostNotYet)))
      return fail('TooManyToday', { most: mostNotYet })
    if (thanks !== null) await checkedOrHeld(openid, [thanks])
    const wish = await changeWish(
      known,
      (now) => decideConfirm(now, { key, at, by: caller.person.id, came, thanks }),
      at,
    )
    return myWish(wish, { caller, subject })
  },
})
