import type { ShopOrder } from '@/types/shop'
import type { Instant } from '@/types/shared/day'
import { fail, found } from '../kit/failure'
import type { Facts, Passport } from '../kit/passport'
import { complete } from './complete'
import { ordersShown, type Ordered } from './show'
import { goodsFor, shopOrders, type GoodsDoc, type ShopOrderRecord } from './store'

/** An order to who acts for its person: both names are known. */
export const orderShown = (
  { id, goods, order, state }: Ordered,
  caller: Passport,
  subject: Facts,
): ShopOrder => ({
  id,
  goods: { id: goods._id, name: goods.name, unit: goods.unit },
  ...{ quantity: order.quantity, points: order.points, state, until: order.until, at: order.at },
  person: { id: subject.id, name: subject.name },
  by: order.by === caller.person.id && order.by !== subject.id ? caller.person.name : null,
})

/** The same to staff, who know neither. */
export const orderForStaff = async (centre: string, ordered: Ordered): Promise<ShopOrder> =>
  found((await ordersShown(centre, [ordered]))[0])

/**
 * Goods with an order of one of these persons that still stands, or its record when it ended. One whose points are not
 * known to be taken is settled first: it may turn out that there never was one.
 */
export const standing = async (
  centre: string,
  { goods, order, persons }: { goods: string; order: string; persons: readonly string[] },
  at: Instant,
): Promise<{ stock: GoodsDoc; person: string } | { record: ShopOrderRecord }> => {
  const read = async () => found(await goodsFor(centre, goods, { persons, acts: [order] }))
  const theirs = (stock: GoodsDoc) => persons.find((id) => stock.claims[id]?.order === order)
  let stock = await read()
  const unpaid = theirs(stock)
  if (unpaid !== undefined && stock.claims[unpaid]?.state === 'unpaid') {
    await complete(centre, goods, at)
    stock = await read()
  }
  const person = theirs(stock)
  if (person !== undefined) return { stock, person }
  if (order in stock.open) await complete(centre, goods, at)
  const record = await shopOrders.of(centre).get(order)
  return record && persons.includes(record.person) ? { record } : fail('NotFound')
}
