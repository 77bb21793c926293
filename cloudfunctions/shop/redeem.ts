import { decideRedeem, type Entry } from '@/domain/shop/stock'
import { shop } from '@/types/shop'
import { dayOf, monthOf, type Instant } from '@/types/shared/day'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { procedure, wholeCentre } from '../kit/procedure'
import { take } from '../kit/step'
import { idsOf } from '../kit/subject'
import { personNow } from '../residents/store'
import { payForEntry } from './points'
import { goods, goodsFor, lineOf, type GoodsDoc } from './store'

const entryId = (centre: string, openid: string, key: string, person: string): string =>
  hiddenId(centre, 'se', openid, key, person)

/**
 * Goods first, then the points under the entry's own id: whoever repeats it, or the sweep, finds the one and takes the
 * other once. Without enough points the goods are back on the shelf before this answers. The sweep copies the entry, and
 * from it the audit entry. Who it is need not be read as long as their points pay for it: only for a limit, which counts
 * under all ids of theirs, or when there are not enough under the id that was scanned.
 */
export const redeem = procedure(shop, 'redeem', {
  load: ({ centre, openid, input: { key, person, goods: of }, at }) =>
    goodsFor(centre, of, partsOf([person], entryId(centre, openid, key, person), at)),
  place: wholeCentre,
  heldByRecord: true,

  async run({ centre, openid, requestId, caller, loaded, input, at }) {
    const { key, person, goods: of, quantity, expected } = input
    if (idsOf(caller.person).includes(person)) return fail('NotYourself')
    const redeemFor = async (ids: readonly [string, ...string[]], loadedFor: GoodsDoc | null) => {
      const id = entryId(centre, openid, key, ids[0])
      const redeeming = {
        ...{ id, key, quantity, expected, ids, at, by: caller.person.id },
        audited: { procedure: 'shop.redeem', requestId },
      }
      const { stock, entry, left } = await decide(async (round) => {
        const read = round === 0 ? loadedFor : null
        const stock = found(read ?? (await goodsFor(centre, of, partsOf(ids, id, at))))
        const decision = decideRedeem(stock, redeeming)
        if (decision.outcome === 'refused')
          return fail(decision.refusal.code, decision.refusal.data)
        if (decision.outcome === 'same') return { stock, entry: stock.open[id], left: stock.left }
        return (await take(goods.of(centre), of, decision.step))
          ? { stock, entry: decision.made, left: stock.left - quantity }
          : again
      })
      const paid = await paidFor(stock, id, entry)
      return paid && { entry: id, left, quantity: -paid.quantity, points: paid.points }
    }
    const stock = found(loaded)
    const done = stock.perMonth === null ? await redeemFor([person], stock) : null
    if (done) return done
    const ids = idsOf(found(await personNow(centre, person)).facts)
    const isAlone = ids.length === 1 && ids[0] === person
    if (isAlone && stock.perMonth === null) return fail('NotEnoughPoints')
    return (await redeemFor(ids, isAlone ? stock : null)) ?? fail('NotEnoughPoints')
  },
})

const partsOf = (persons: readonly string[], entry: string, at: Instant) => ({
  persons,
  month: monthOf(dayOf(at)),
  acts: [entry],
})

/** What was redeemed, once its points are taken; null when there were not enough. */
const paidFor = async (
  stock: GoodsDoc,
  id: string,
  entry: Entry | undefined,
): Promise<Pick<Entry, 'quantity' | 'points'> | null> => {
  if (!entry) return lineOf(stock.centre, id)
  return (await payForEntry(stock, id, entry)) ? entry : null
}
