import type { Purchase } from '@/types/shop'
import type { Instant } from '@/types/shared/day'
import { repeat } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import type { Fields } from '../kit/query'
import { completePurchase } from './completePurchase'
import { purchasesShown } from './show'
import { purchases, type PurchaseDoc } from './store'

interface Move {
  /** Why it cannot be done, as the purchase stands; null when it can. */
  refusal: (purchase: PurchaseDoc) => string | null
  change: Fields
  key: string
  at: Instant
}

/** Moves a purchase on, once; `NotOpen` when somebody else was faster. */
export const movePurchase = async (
  centre: string,
  purchase: string,
  { refusal, change, key, at }: Move,
): Promise<Purchase> => {
  const store = purchases.of(centre)
  const before = found(await store.get(purchase))
  if (before.movedBy !== key) {
    const refused = refusal(before)
    if (refused !== null) return fail(refused)
    const { state, movedBy } = before
    await repeat(() =>
      store.change(purchase, { ...change, movedBy: key, movedAt: at }, { state, movedBy }),
    )
  }
  const now = found(await store.get(purchase))
  if (now.movedBy !== key) return fail('NotOpen')
  await completePurchase(centre, purchase)
  const [shown] = await purchasesShown(centre, [now])
  return found(shown)
}
