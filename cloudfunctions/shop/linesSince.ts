import type { Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { stockLedger, type LedgerLine } from './store'

/** Lines of the ledger in one request. */
const stretch = 500

/** How much of one kind of goods moved since a moment, by the ledger. */
export const linesSince = async (
  centre: string,
  goods: string,
  moment: Instant,
): Promise<Pick<LedgerLine, '_id' | 'quantity' | 'at'>[]> => {
  const lines: LedgerLine[] = []
  let after: string | undefined
  do {
    const { documents, next } = await stockLedger.of(centre).page({
      where: { goods, at: command.gte(moment) },
      by: ['at', 'asc'],
      after,
      limit: stretch,
      fields: { quantity: true, at: true },
    })
    lines.push(...documents)
    after = next ?? undefined
  } while (after !== undefined)
  return lines
}
