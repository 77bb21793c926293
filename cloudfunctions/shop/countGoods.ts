import { expectedOf, type CountedLine } from '@/domain/shop/stocktaking'
import { shop } from '@/types/shop'
import { again, decide } from '../kit/attempts'
import { command } from '../kit/cloud'
import { fail, found } from '../kit/failure'
import { procedure, wholeCentre } from '../kit/procedure'
import { stocktakingNow } from './counted'
import { goodsFor, stocktakings } from './store'

/** What was counted, beside what the books say at this moment: what is sold from now on changes neither. */
export const countGoods = procedure(shop, 'countGoods', {
  place: wholeCentre,

  async run({ centre, caller, input: { stocktaking: id, goods, counted }, at }) {
    const store = stocktakings.of(centre)
    await decide(async () => {
      const { state, rev, lines } = found(await store.get(id))
      if (state !== 'open') return fail('StocktakingClosed')
      found(lines[goods])
      const { name, unit, ...stock } = found(await goodsFor(centre, goods))
      const by = caller.person.id
      const line: CountedLine = { name, unit, expected: expectedOf(stock), counted, by, at }
      const change = { [`lines.${goods}`]: command.set(line), rev: command.inc(1) }
      return (await store.change(id, change, { state: 'open', rev })) ? undefined : again
    })
    return stocktakingNow(centre, id, caller)
  },
})
