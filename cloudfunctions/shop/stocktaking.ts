import { shop } from '@/types/shop'
import { procedure, wholeCentre } from '../kit/procedure'
import { openStocktaking, stocktakingNow, stocktakingShown } from './counted'
import { enterDifferences } from './enterDifferences'
import { stocktakings } from './store'

/** What waits to be entered is tried again by looking: an order that stood in the way may be gone. */
export const stocktaking = procedure(shop, 'stocktaking', {
  place: wholeCentre,

  async run({ centre, caller, at }) {
    const open = await openStocktaking(centre)
    if (open?.state === 'closing') {
      await enterDifferences(centre, open._id, at)
      return { stocktaking: await stocktakingNow(centre, open._id, caller, at) }
    }
    const [last] = open
      ? [open]
      : await stocktakings.of(centre).find({ where: {}, order: [['startedAt', 'desc']], limit: 1 })
    return { stocktaking: last ? await stocktakingShown(last, caller, at) : null }
  },
})
