import { totalOf } from '@/domain/projects/match'
import { randomToken } from '../kit/ids'
import { log } from '../kit/log'
import { funds } from './store'
import { allLines } from './statementLines'

/**
 * Compares the sums of a fund with its ledger and what is not copied yet. One that differs is mended and logged; one that
 * changes at this moment is looked at the next night.
 */
export const reconcile = async (centre: string, id: string): Promise<void> => {
  const store = funds.of(centre)
  const fund = await store.get(id)
  if (!fund) return
  const total = totalOf(await allLines(fund))
  const left = fund.rule.cap - total.matched
  const same = (['own', 'matched', 'spent', 'balance'] as const).every(
    (sum) => fund[sum] === total[sum],
  )
  if (same && fund.left === left) return
  const { rev } = fund
  if (await store.change(id, { ...total, left, rev: rev + 1 }, { rev }))
    log({
      level: 'error',
      requestId: randomToken(),
      module: 'projects',
      procedure: 'reconcile',
      handled: 1,
    })
}
