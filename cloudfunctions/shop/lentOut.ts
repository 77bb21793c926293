import { shop } from '@/types/shop'
import { procedure, wholeCentre } from '../kit/procedure'
import { loansShown } from './show'
import { goods, goodsFields } from './store'

/** Kinds of goods on one page, each with everything that is out of it. */
const kinds = 5

export const lentOut = procedure(shop, 'lentOut', {
  place: wholeCentre,

  async run({ centre, input: { after } }) {
    const { documents, next } = await goods.of(centre).page({
      where: { lent: true },
      by: ['_id', 'asc'],
      after,
      limit: kinds,
      fields: { ...goodsFields, loans: true },
    })
    return { items: await loansShown(centre, documents), next }
  },
})
