import { shop } from '@/types/shop'
import { anywhere, procedure } from '../kit/procedure'
import { goods, goodsFields } from './store'

/** Whoever may ask for aid sees what there is. */
export const goodsForAid = procedure(shop, 'goodsForAid', {
  place: () => anywhere,

  async run({ centre, input: { after } }) {
    const { documents, next } = await goods.of(centre).page({
      where: { retired: false },
      by: ['name', 'asc'],
      after,
      fields: goodsFields,
    })
    return {
      items: documents.map(({ _id, name, unit, left }) => ({ id: _id, name, unit, left })),
      next,
    }
  },
})
