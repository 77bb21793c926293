import { shop } from '@/types/shop'
import { fail } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { movePurchase } from './movePurchase'
import { purchases } from './store'

/** Once it is bought, somebody has paid for it. */
export const cancelPurchase = procedure(shop, 'cancelPurchase', {
  load: ({ centre, input }) => purchases.of(centre).get(input.purchase),

  async run({ centre, subject, loaded, input: { key, purchase }, at }) {
    if (!loaded || !idsOf(subject).includes(loaded.person)) return fail('NotFound')
    return movePurchase(centre, purchase, {
      refusal: ({ state }) => (state === 'asked' ? null : 'NotOpen'),
      change: { state: 'cancelled', slot: purchase },
      key,
      at,
    })
  },
})
