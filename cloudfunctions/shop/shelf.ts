import { missing } from '@/domain/shop/stock'
import { mostGoods } from '@/types/shared/shopLimits'
import { shop } from '@/types/shop'
import { command } from '../kit/cloud'
import { procedure } from '../kit/procedure'
import { shopAboutOf } from './shopAbout'
import { goodsShown } from './show'
import { goods, goodsFields } from './store'

type Needed = { id: string; name: string; unit: string; missing: number }

/** What the whole shop still needs, whatever part of it is looked at; what is missing most first. */
const neededAt = async (centre: string): Promise<Needed[]> => {
  const documents = await goods.of(centre).find({
    where: { retired: false, wanted: command.gt(0) },
    limit: mostGoods,
    fields: { name: true, unit: true, wanted: true, left: true },
  })
  return documents
    .map((one) => ({
      ...{ id: one._id, name: one.name, unit: one.unit },
      missing: missing(one.wanted, one),
    }))
    .filter((one) => one.missing > 0)
    .sort((one, other) => other.missing - one.missing)
}

export const shelf = procedure(shop, 'shelf', {
  async run({ centre, input: { category, after } }) {
    const [{ documents, next }, about, needed] = await Promise.all([
      goods.of(centre).page({
        where: { retired: false, ...(category !== undefined && { category }) },
        by: ['name', 'asc'],
        after,
        fields: goodsFields,
      }),
      shopAboutOf(centre),
      after === undefined ? neededAt(centre) : [],
    ])
    return { items: await goodsShown(documents), next, about, needed }
  },
})
