import type { Instant } from '@/types/shared/day'
import { repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { fail, found } from '../kit/failure'
import { completePurchase } from './completePurchase'
import { purchases } from './store'

/** The money of a purchase went back at the counter, once. */
export const reversePurchase = async (
  centre: string,
  id: string,
  { key, ...reversal }: { key: string; by: string; because: string; at: Instant },
): Promise<{ left: null }> => {
  const store = purchases.of(centre)
  await repeat(() =>
    store.change(
      id,
      {
        state: 'reversed',
        movedBy: key,
        reversed: command.set({ key, ...reversal }),
        owes: true,
      },
      { state: 'handedOver' },
    ),
  )
  if (found(await store.get(id)).reversed?.key !== key) return fail('AlreadyReversed')
  await completePurchase(centre, id)
  return { left: null }
}
