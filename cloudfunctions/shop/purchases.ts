import { shop } from '@/types/shop'
import { procedure, wholeCentre } from '../kit/procedure'
import { purchasesShown } from './show'
import { purchases as store } from './store'

export const purchases = procedure(shop, 'purchases', {
  place: wholeCentre,

  async run({ centre, input: { state, after } }) {
    const { documents, next } = await store
      .of(centre)
      .page({ where: { state }, by: ['at', 'asc'], after })
    return { items: await purchasesShown(centre, documents), next }
  },
})
