import { mostGoods } from '@/types/shared/shopLimits'
import { shop } from '@/types/shop'
import { anywhere, procedure } from '../kit/procedure'
import { goods } from './store'

/** All of it at once: somebody waits at the counter, and the phone finds it by name without asking again. */
export const goodsToPick = procedure(shop, 'goodsToPick', {
  place: () => anywhere,

  async run({ centre }) {
    const documents = await goods.of(centre).find({
      where: { retired: false },
      order: [['name', 'asc']],
      limit: mostGoods,
      fields: { name: true, unit: true, category: true, points: true, fen: true, left: true },
    })
    return {
      items: documents.map(({ _id, name, unit, category, points, fen, left }) => ({
        ...{ id: _id, name, unit, category, points, fen, left },
      })),
    }
  },
})
