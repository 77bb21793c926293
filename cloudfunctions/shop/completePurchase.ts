import { entry, reversalOf } from '@/domain/shop/stock'
import { dayOf, monthOf } from '@/types/shared/day'
import { repeat } from '../kit/attempts'
import { purchases, stockLedger, type LedgerLine, type PurchaseDoc } from './store'
import { purchaseTellings, tellByName } from './told'

/**
 * Copies what was paid for a purchase, and what went back, to the ledger; tells that it waits, or will not come. Safe to
 * repeat and to cut off.
 */
export const completePurchase = async (centre: string, id: string): Promise<void> => {
  const purchase = await purchases.of(centre).get(id)
  if (!purchase?.owes) return
  await stockLedger.of(centre).insertAll(linesOf(purchase))
  await tellByName(centre, purchaseTellings(purchase))
  const { movedBy } = purchase
  await repeat(() => purchases.of(centre).change(id, { owes: false }, { movedBy }))
}

/** Copies what every purchase owes, as many as a list would show. */
export const completeOwingPurchases = async (centre: string): Promise<void> => {
  const owing = await purchases.of(centre).find({ where: { owes: true }, fields: { _id: true } })
  for (const { _id } of owing) await completePurchase(centre, _id)
}

const linesOf = (purchase: PurchaseDoc): LedgerLine[] => {
  const { _id, centre, person, what, handed, reversed } = purchase
  const fen = purchase.fen ?? 0
  const ofGoods = { goods: null, name: what, unit: '' }
  const line = (id: string, of: ReturnType<typeof entry>): LedgerLine => {
    const { owesPoints: _settled, ordered: _ordered, audited: _audited, ...born } = of
    return { _id: id, centre, v: 1, ...ofGoods, ...born, month: monthOf(dayOf(born.at)) }
  }
  return [
    ...(handed ? [line(_id, entry('buyingForOthers', -1, { fen, person, ...handed }))] : []),
    ...(reversed
      ? [line(reversalOf(_id), entry('reversal', 1, { fen: -fen, person, of: _id, ...reversed }))]
      : []),
  ]
}
