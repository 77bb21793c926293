import { shop } from '@/types/shop'
import { procedure, wholeCentre } from '../kit/procedure'
import { goodsForStaffShown } from './show'
import { goods, goodsFields } from './store'

export const goodsForStaff = procedure(shop, 'goodsForStaff', {
  place: wholeCentre,

  async run({ centre, input: { retired, after } }) {
    const { documents, next } = await goods.of(centre).page({
      where: { retired },
      by: ['place', 'asc'],
      after,
      fields: goodsFields,
    })
    return { items: await goodsForStaffShown(documents), next }
  },
})
