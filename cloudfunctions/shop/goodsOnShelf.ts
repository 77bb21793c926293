import { shop } from '@/types/shop'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { shopAboutOf } from './shopAbout'
import { goodsShown } from './show'
import { goodsFor } from './store'

export const goodsOnShelf = procedure(shop, 'goodsOnShelf', {
  async run({ centre, input }) {
    const [stock, about] = await Promise.all([goodsFor(centre, input.goods), shopAboutOf(centre)])
    if (!stock || stock.retired) return fail('NotFound')
    const [goods] = await goodsShown([stock])
    return { goods: found(goods), shop: about }
  },
})
