import { decideEnd } from '@/domain/shop/stock'
import type { Instant } from '@/types/shared/day'
import { again, decide, repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { take } from '../kit/step'
import { complete } from './complete'
import { aidRequests, goods, purchases, stockLedger, wholeGoods } from './store'

/** No tap has this key: the same erasure, begun again, ends no order twice. */
const erasureKey = 'erasure'

/**
 * Ends the orders and wishes of a person that are still open, and takes out what was written of them: why they were given
 * something, what was bought. What moved stays under the person's ids.
 */
export const forget = async (
  centre: string,
  ids: readonly string[],
  at: Instant,
): Promise<void> => {
  const held = await goods.of(centre).find({
    where: { people: command.in([...ids]) },
    limit: 1000,
    fields: { _id: true },
  })
  for (const { _id } of held) {
    // What is not paid for yet is settled before it can end.
    await complete(centre, _id, at)
    for (const person of ids) await endOrder(centre, _id, person)
    await complete(centre, _id, at)
  }
  const theirs = { person: command.in([...ids]) }
  await repeat(() => stockLedger.of(centre).changeAll(theirs, { because: null }))
  await repeat(() => aidRequests.of(centre).changeAll(theirs, { because: '', answer: null }))
  await repeat(() =>
    aidRequests.of(centre).changeAll({ ...theirs, state: 'asked' }, { state: 'refused' }),
  )
  await repeat(() =>
    purchases
      .of(centre)
      .changeAll(
        { ...theirs, state: command.in(['asked', 'bought']) },
        { state: 'cancelled', movedBy: erasureKey },
      ),
  )
  await repeat(() => purchases.of(centre).changeAll(theirs, { what: '', because: null }))
  // Lines without goods are of purchases: what was paid, and what went back.
  await repeat(() => stockLedger.of(centre).changeAll({ ...theirs, goods: null }, { name: '' }))
}

const endOrder = (centre: string, id: string, person: string): Promise<void> =>
  decide(async () => {
    const stock = await wholeGoods(centre, id)
    const claim = stock?.claims[person]
    if (!stock || !claim) return
    const ending = { person, order: claim.order, to: 'cancelled', key: erasureKey } as const
    const decision = decideEnd(stock, { ...ending, by: person })
    if (decision.outcome !== 'change') return
    return (await take(goods.of(centre), id, decision.step)) ? undefined : again
  })
