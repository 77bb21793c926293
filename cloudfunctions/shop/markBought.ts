import { shop } from '@/types/shop'
import { fail, found } from '../kit/failure'
import { procedure, wholeCentre } from '../kit/procedure'
import { movePurchase } from './movePurchase'
import { purchases } from './store'

/** At most what whoever asked wants to pay. */
export const markBought = procedure(shop, 'markBought', {
  load: ({ centre, input }) => purchases.of(centre).get(input.purchase).then(found),
  place: wholeCentre,
  concerns: ({ loaded }) => loaded.person,

  async run({ centre, loaded: { most }, input: { key, purchase, fen } }) {
    if (most !== null && fen > most) return fail('AboveTheMost', { most })
    return movePurchase(centre, purchase, { from: 'asked', change: { state: 'bought', fen }, key })
  },
})
