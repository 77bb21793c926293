import { shop } from '@/types/shop'
import { procedure, wholeCentre } from '../kit/procedure'
import { openStocktaking, stocktakingShown } from './counted'
import { stocktakings } from './store'

export const stocktaking = procedure(shop, 'stocktaking', {
  place: wholeCentre,

  async run({ centre, caller }) {
    const open = await openStocktaking(centre)
    const [last] = open
      ? [open]
      : await stocktakings.of(centre).find({ where: {}, order: [['startedAt', 'desc']], limit: 1 })
    return { stocktaking: last ? await stocktakingShown(last, caller) : null }
  },
})
