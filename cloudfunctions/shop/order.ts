import { decideOrder } from '@/domain/shop/stock'
import { shop } from '@/types/shop'
import { dayOf, monthOf } from '@/types/shared/day'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { procedure } from '../kit/procedure'
import { take } from '../kit/step'
import { idsOf } from '../kit/subject'
import { payForOrder } from './points'
import { orderShown } from './theirOrder'
import { claimed, recorded } from './show'
import { goods, goodsFor, shopOrders } from './store'

/**
 * Keeps the goods first, then takes the points under the order's own id: whoever repeats it, or the sweep, finds the one
 * and takes the other once. Without enough points the goods are back on the shelf before this answers.
 */
export const order = procedure(shop, 'order', {
  load: ({ centre, openid, subjectId, input, at }) =>
    goodsFor(centre, input.goods, {
      persons: [subjectId],
      month: monthOf(dayOf(at)),
      acts: [hiddenId(centre, 'so', openid, input.key, subjectId)],
    }),

  async run({ centre, openid, caller, subject, loaded, input, at }) {
    const { goods: of, quantity, expected } = input
    const order = hiddenId(centre, 'so', openid, input.key, subject.id)
    const ids = idsOf(subject)
    const { stock, claim, person } = await decide(async (round) => {
      const parts = { persons: ids, month: monthOf(dayOf(at)), acts: [order] }
      const fresh = round > 0 || ids.length > 1
      const stock = found(fresh ? await goodsFor(centre, of, parts) : loaded)
      const by = caller.person.id
      const decision = decideOrder(stock, { order, quantity, expected, ids, by, at })
      if (decision.outcome === 'refused') return fail(decision.refusal.code, decision.refusal.data)
      if (decision.outcome === 'change')
        return (await take(goods.of(centre), of, decision.step))
          ? { stock, claim: decision.made, person: ids[0] }
          : again
      const person = ids.find((id) => stock.claims[id]?.order === order) ?? ids[0]
      return { stock, claim: stock.claims[person], person }
    })
    if (claim?.order !== order) {
      const record = await shopOrders.of(centre).get(order)
      return record ? orderShown(recorded(record), caller, subject) : fail('NotEnoughPoints')
    }
    if (claim.state === 'unpaid' && !(await payForOrder(stock, person, claim, at)))
      return fail('NotEnoughPoints')
    return orderShown(claimed(stock, person, claim), caller, subject)
  },
})
