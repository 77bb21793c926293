import { shop } from '@/types/shop'
import { found } from '../kit/failure'
import { procedure, wholeCentre } from '../kit/procedure'
import { movePurchase } from './movePurchase'
import { purchases } from './store'

/** It cannot be bought, or nobody fetches it: who asked need not wait, and may ask for something else. */
export const giveUpPurchase = procedure(shop, 'giveUpPurchase', {
  load: ({ centre, input }) => purchases.of(centre).get(input.purchase).then(found),
  place: wholeCentre,
  concerns: ({ loaded }) => loaded.person,

  run: ({ centre, input: { key, purchase, because }, at }) =>
    movePurchase(centre, purchase, {
      refusal: ({ state }) => (state === 'asked' || state === 'bought' ? null : 'NotOpen'),
      change: { state: 'cancelled', slot: purchase, because, owes: true },
      key,
      at,
    }),
})
