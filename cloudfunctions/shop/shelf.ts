import { shop } from '@/types/shop'
import { procedure } from '../kit/procedure'
import { goodsShown } from './show'
import { aboutId, aboutShown, goods, goodsFields, shopAbouts } from './store'

export const shelf = procedure(shop, 'shelf', {
  async run({ centre, input: { category, after } }) {
    const [{ documents, next }, known] = await Promise.all([
      goods.of(centre).page({
        where: { retired: false, ...(category !== undefined && { category }) },
        by: ['name', 'asc'],
        after,
        fields: goodsFields,
      }),
      shopAbouts.of(centre).get(aboutId(centre)),
    ])
    return { items: await goodsShown(documents), next, about: aboutShown(known) }
  },
})
