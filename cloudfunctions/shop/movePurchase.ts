import type { Purchase, PurchaseState } from '@/types/shop'
import { repeat } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import type { Fields } from '../kit/query'
import { completePurchase } from './completePurchase'
import { purchasesShown } from './show'
import { purchases } from './store'

/** Moves a purchase on, once, from one of the states it may be in; `NotOpen` when somebody else did. */
export const movePurchase = async (
  centre: string,
  purchase: string,
  { from, change, key }: { from: PurchaseState; change: Fields; key: string },
): Promise<Purchase> => {
  const store = purchases.of(centre)
  const before = found(await store.get(purchase))
  if (before.movedBy !== key) {
    if (before.state !== from) return fail('NotOpen')
    await repeat(() =>
      store.change(purchase, { ...change, movedBy: key }, { state: from, movedBy: before.movedBy }),
    )
  }
  const now = found(await store.get(purchase))
  if (now.movedBy !== key) return fail('NotOpen')
  await completePurchase(centre, purchase)
  const [shown] = await purchasesShown(centre, [now])
  return found(shown)
}
