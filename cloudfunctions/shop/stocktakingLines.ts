import { shop } from '@/types/shop'
import { found } from '../kit/failure'
import { procedure, wholeCentre } from '../kit/procedure'
import { linesAfter } from './counted'
import { stocktakings } from './store'

export const stocktakingLines = procedure(shop, 'stocktakingLines', {
  place: wholeCentre,

  run: async ({ centre, caller, input: { stocktaking, after } }) =>
    linesAfter(found(await stocktakings.of(centre).get(stocktaking)), caller, after),
})
