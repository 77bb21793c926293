import { shop } from '@/types/shop'
import { fail, found } from '../kit/failure'
import { procedure, wholeCentre } from '../kit/procedure'
import { movePurchase } from './movePurchase'
import { purchases } from './store'

/** At most what whoever asked wants to pay. A price is corrected by naming the wrong one: a late tap corrects nothing. */
export const markBought = procedure(shop, 'markBought', {
  load: ({ centre, input }) => purchases.of(centre).get(input.purchase).then(found),
  place: wholeCentre,
  concerns: ({ loaded }) => loaded.person,

  async run({ centre, loaded: { most }, input: { key, purchase, fen, instead }, at }) {
    if (most !== null && fen > most) return fail('AboveTheMost', { most })
    return movePurchase(centre, purchase, {
      refusal: (now) => {
        const open = instead === undefined ? now.state === 'asked' : now.state === 'bought'
        return open && now.fen === (instead ?? null) ? null : 'NotOpen'
      },
      change: { state: 'bought', fen, owes: true },
      key,
      at,
    })
  },
})
