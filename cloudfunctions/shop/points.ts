import {
  dropStep,
  paidStep,
  settledStep,
  undoStep,
  type Claim,
  type Entry,
} from '@/domain/shop/stock'
import type { Instant } from '@/types/shared/day'
import { take } from '../kit/step'
import { returnPoints, spendPoints } from '../volunteers/points'
import { goods, type GoodsDoc } from './store'

type Named = Pick<GoodsDoc, '_id' | 'centre' | 'name' | 'unit'>

const what = ({ name, unit }: Named, quantity: number): string =>
  `换${name} ${Math.abs(quantity)}${unit}`

/**
 * Takes the points of an order. Where there are not enough, its key is made worthless first and then the goods are free
 * again, so that a repeat that is under way pays for nothing. False when the order is no more.
 */
export const payForOrder = async (
  of: Named,
  person: string,
  claim: Claim,
  at: Instant,
): Promise<boolean> => {
  const { centre } = of
  const { order, points, quantity } = claim
  const paying = { points, what: what(of, quantity), at: claim.at }
  if ((await spendPoints(centre, person, { key: order, ...paying })) === 'spent') return true
  await returnPoints(centre, person, { of: order, ...paying })
  await take(goods.of(centre), of._id, dropStep(person, claim, at))
  return false
}

/** The points of an order are taken: it waits to be fetched. */
export const markPaid = (of: Named, person: string, claim: Claim): Promise<boolean> =>
  take(goods.of(of.centre), of._id, paidStep(person, claim))

/** The same for what was redeemed at the counter. */
export const payForEntry = async (of: Named, id: string, entry: Entry): Promise<boolean> => {
  const { centre } = of
  const { points, quantity, person, at } = entry
  if (person === null) return true
  const paying = { points, what: what(of, quantity), at }
  if ((await spendPoints(centre, person, { key: id, ...paying })) === 'spent') return true
  await returnPoints(centre, person, { of: id, ...paying })
  await take(goods.of(centre), of._id, undoStep(id, entry))
  return false
}

/** The points of an entry are taken, or given back. */
export const markSettled = (of: Named, id: string): Promise<boolean> =>
  take(goods.of(of.centre), of._id, settledStep(id))

/** Gives back the points of an order that ended, or of an entry that was reversed: once, however often it is said. */
export const giveBackPoints = async (
  of: Named,
  person: string,
  spent: { key: string; points: number; quantity: number; at: Instant },
): Promise<void> => {
  const { key, points, quantity, at } = spent
  const back = { of: key, points, what: `退回：${what(of, quantity)}`, at }
  await returnPoints(of.centre, person, back)
}
