import { countStands, expectedAt, momentOf, type CountedLine } from '@/domain/shop/stocktaking'
import { shop } from '@/types/shop'
import { again, decide } from '../kit/attempts'
import { command } from '../kit/cloud'
import { fail, found } from '../kit/failure'
import { procedure, wholeCentre } from '../kit/procedure'
import { countShown } from './counted'
import { linesSince } from './linesSince'
import { goods as goodsStore, stocktakings, wholeGoods } from './store'

/**
 * What was counted, beside what the books said at the moment it was written down: what is sold from then on changes
 * neither, also when the number waited for the network. Of two counts the later one stands.
 */
export const countGoods = procedure(shop, 'countGoods', {
  place: wholeCentre,

  async run({ centre, caller, input, at }) {
    const { stocktaking: id, goods, counted, countedAt } = input
    const store = stocktakings.of(centre)
    const field = `lines.${goods}`
    await decide(async () => {
      const fields = { state: true, startedAt: true, [field]: true } as const
      const { state, startedAt, lines = {} } = found(await store.get(id, fields))
      if (state !== 'open') return fail('StocktakingClosed')
      const before = found(lines[goods])
      const moment = momentOf(countedAt, startedAt, at)
      if (countStands(before, counted, moment)) return
      const stock = found(await wholeGoods(centre, goods))
      const moves = await linesSince(centre, goods, moment)
      // What moved between the two reads would be taken off twice, or not at all.
      const { rev } = found(await goodsStore.of(centre).get(goods, { rev: true }))
      if (rev !== stock.rev) return again
      const line: CountedLine = {
        ...{ name: stock.name, unit: stock.unit, counted, by: caller.person.id, at: moment },
        expected: expectedAt(stock, moves, moment),
        entered: false,
      }
      const change = { [field]: command.set(line), rev: command.inc(1) }
      const guard = { state: 'open', [`${field}.at`]: command.eq(before.at) }
      return (await store.change(id, change, guard)) ? undefined : again
    })
    return countShown(found(await store.get(id)), goods, caller)
  },
})
