import { decideMove, entry } from '@/domain/shop/stock'
import { differenceOf } from '@/domain/shop/stocktaking'
import type { Instant } from '@/types/shared/day'
import { repeat } from '../kit/attempts'
import { Failure } from '../kit/failure'
import { idOf } from '../kit/ids'
import { move } from './move'
import { stocktakings } from './store'

/**
 * Enters the differences of a stock-taking that was closed. Safe to repeat and to cut off: each is an entry of its own id.
 * One that takes more than is left at this moment, because it was promised meanwhile, waits for the sweep.
 */
export const enterDifferences = async (centre: string, id: string, at: Instant): Promise<void> => {
  const store = stocktakings.of(centre)
  const document = await store.get(id)
  if (document?.state !== 'closing') return
  const { closedBy, closedKey, closedAt, lines } = document
  let entered = true
  for (const [goods, line] of Object.entries(lines)) {
    const quantity = differenceOf(line)
    if (quantity === 0) continue
    const difference = idOf(centre, 'sd', id, goods)
    const born = entry('stocktaking', quantity, {
      ...{ by: closedBy ?? '', key: closedKey ?? '', at: closedAt ?? at },
      because: `盘点：账上${line.expected ?? 0}，实有${line.counted ?? 0}`,
    })
    try {
      await move(centre, { goods, id: difference, key: closedKey ?? '', at }, (stock) =>
        decideMove(stock, { id: difference, born, alsoRetired: true }),
      )
    } catch (error) {
      if (!(error instanceof Failure && error.code === 'NotEnoughLeft')) throw error
      entered = false
    }
  }
  if (entered)
    await repeat(() =>
      store.change(id, { state: 'closed', slot: id, owes: false }, { state: 'closing' }),
    )
}
