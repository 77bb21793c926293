import { shop } from '@/types/shop'
import { command } from '../kit/cloud'
import { found } from '../kit/failure'
import { procedure, wholeCentre } from '../kit/procedure'
import { movePurchase } from './movePurchase'
import { purchases } from './store'

/** Handed over and paid: it stands in the ledger from now on. */
export const handOverPurchase = procedure(shop, 'handOverPurchase', {
  load: ({ centre, input }) => purchases.of(centre).get(input.purchase).then(found),
  place: wholeCentre,
  concerns: ({ loaded }) => loaded.person,

  run: ({ centre, caller, input: { key, purchase, expected }, at }) =>
    movePurchase(centre, purchase, {
      refusal: ({ state, fen }) => {
        if (state !== 'bought') return 'NotOpen'
        return fen === expected ? null : 'PriceChanged'
      },
      change: {
        state: 'handedOver',
        slot: purchase,
        handed: command.set({ by: caller.person.id, key, at }),
        owes: true,
      },
      key,
      at,
    }),
})
