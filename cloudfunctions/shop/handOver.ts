import { decideHandOver } from '@/domain/shop/stock'
import { shop } from '@/types/shop'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { procedure, wholeCentre } from '../kit/procedure'
import { take } from '../kit/step'
import { idsOf } from '../kit/subject'
import { complete } from './complete'
import { recorded } from './show'
import { goods, shopOrders, wholeGoods } from './store'
import { orderForStaff } from './theirOrder'

const holderOf = async (centre: string, of: string, order: string): Promise<string | null> => {
  const { claims } = found(await wholeGoods(centre, of))
  const [person] = Object.entries(claims).find(([, claim]) => claim.order === order) ?? []
  return person ?? null
}

/** Of two keepers, one hands over; what is their own, they leave to a colleague. */
export const handOver = procedure(shop, 'handOver', {
  load: ({ centre, input: { goods: of, order } }) => holderOf(centre, of, order),
  place: wholeCentre,
  concerns: ({ loaded }) => loaded,

  async run({ centre, caller, loaded, input, at }) {
    const { key, goods: of, order } = input
    const by = caller.person.id
    if (loaded !== null && idsOf(caller.person).includes(loaded)) return fail('NotYourself')
    await decide(async () => {
      const stock = found(await wholeGoods(centre, of))
      const [person] = Object.entries(stock.claims).find(([, one]) => one.order === order) ?? []
      const decision = decideHandOver(stock, { person: person ?? '', order, key, by, at })
      if (decision.outcome === 'change')
        return (await take(goods.of(centre), of, decision.step)) ? undefined : again
      if (decision.outcome === 'same') return
      const state = person === undefined ? null : stock.claims[person]?.state
      if (state === 'waiting') return fail(decision.refusal.code)
      // Its points are not settled yet.
      if (state === 'unpaid') {
        await complete(centre, of, at)
        return again
      }
      const record = found(await shopOrders.of(centre).get(order))
      if (record.state !== 'handedOver' || record.endedBy !== key) fail(decision.refusal.code)
    })
    await complete(centre, of, at)
    return orderForStaff(centre, recorded(found(await shopOrders.of(centre).get(order))))
  },
})
