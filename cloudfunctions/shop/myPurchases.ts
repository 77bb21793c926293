import { shop } from '@/types/shop'
import { procedure } from '../kit/procedure'
import { actsAsStaff, idsOf } from '../kit/subject'
import { purchasesShown } from './show'
import { purchases } from './store'

export const myPurchases = procedure(shop, 'myPurchases', {
  async run({ centre, caller, subject, input: { after } }) {
    const family = actsAsStaff(caller, subject)
      ? [subject]
      : [caller.person, ...Object.values(caller.dependants)]
    const { documents, next } = await purchases.of(centre).page({
      where: family.flatMap(idsOf).map((person) => ({ person })),
      by: ['at', 'desc'],
      after,
    })
    return { items: await purchasesShown(centre, documents), next }
  },
})
