import { decideRedeem } from '@/domain/shop/stock'
import { shop } from '@/types/shop'
import { dayOf, monthOf } from '@/types/shared/day'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { procedure, wholeCentre } from '../kit/procedure'
import { take } from '../kit/step'
import { idsOf } from '../kit/subject'
import { personNow } from '../residents/store'
import { payForEntry } from './points'
import { goods, goodsFor, lineOf } from './store'

/**
 * Goods first, then the points under the entry's own id: whoever repeats it, or the sweep, finds the one and takes the
 * other once. Without enough points the goods are back on the shelf before this answers. The sweep copies the entry.
 */
export const redeem = procedure(shop, 'redeem', {
  load: async ({ centre, openid, input, at }) => {
    const id = hiddenId(centre, 'se', openid, input.key)
    const parts = { persons: [input.person], month: monthOf(dayOf(at)), acts: [id] }
    const [person, stock] = await Promise.all([
      personNow(centre, input.person),
      goodsFor(centre, input.goods, parts),
    ])
    return { id, person, stock }
  },
  place: wholeCentre,

  async run({ centre, caller, loaded, input, at }) {
    const { id } = loaded
    const { key, goods: of, quantity, expected } = input
    const ids = idsOf(found(loaded.person).facts)
    if (idsOf(caller.person).includes(ids[0])) return fail('NotYourself')
    const parts = { persons: ids, month: monthOf(dayOf(at)), acts: [id] }
    const { stock, entry, left } = await decide(async (round) => {
      const known = round === 0 && ids.length === 1 && ids[0] === input.person
      const stock = found(known ? loaded.stock : await goodsFor(centre, of, parts))
      const by = caller.person.id
      const decision = decideRedeem(stock, { id, key, by, quantity, expected, ids, at })
      if (decision.outcome === 'refused') return fail(decision.refusal.code, decision.refusal.data)
      if (decision.outcome === 'same') return { stock, entry: stock.open[id], left: stock.left }
      return (await take(goods.of(centre), of, decision.step))
        ? { stock, entry: decision.made, left: stock.left - quantity }
        : again
    })
    const paid = entry ? (await payForEntry(stock, id, entry)) && entry : await lineOf(centre, id)
    return paid ? { entry: id, left, points: paid.points } : fail('NotEnoughPoints')
  },
})
