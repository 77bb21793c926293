import { statementOf } from '@/domain/shop/statement'
import type { Statement, StatementLine } from '@/types/shop'
import {
  goods,
  purchases,
  shopStatements,
  statementId,
  stockLedger,
  type StatementDoc,
} from './store'

/** Lines of the ledger in one request. */
const stretch = 500

/** All movements of a month, added up. */
export const sumsOf = async (centre: string, month: string): Promise<StatementLine[]> => {
  const lines = []
  let after: string | undefined
  do {
    const { documents, next } = await stockLedger.of(centre).page({
      where: { month },
      by: ['_id', 'asc'],
      after,
      limit: stretch,
      fields: { movement: true, goods: true, of: true, quantity: true, points: true, fen: true },
    })
    lines.push(...documents)
    after = next ?? undefined
  } while (after !== undefined)
  return statementOf(lines)
}

export const publishedOf = (centre: string, month: string): Promise<StatementDoc | null> =>
  shopStatements.of(centre).get(statementId(centre, month))

export const statementShown = ({
  month,
  movements,
  publishedAt,
}: Pick<StatementDoc, 'month' | 'movements'> & { publishedAt: number | null }): Statement => ({
  month,
  movements: [...movements],
  publishedAt,
})

/** Whether something that moved is not in the ledger yet. */
export const somethingOwed = async (centre: string): Promise<boolean> => {
  const owing = { where: { owes: true }, limit: 1, fields: { _id: true } } as const
  const found = await Promise.all([goods.of(centre).find(owing), purchases.of(centre).find(owing)])
  return found.flat().length > 0
}
