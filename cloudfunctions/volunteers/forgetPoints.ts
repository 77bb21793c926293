import { moved, netOf } from '@/domain/volunteers/points'
import type { Instant } from '@/types/shared/day'
import { again, decide, repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { take } from '../kit/step'
import { completeHours } from './completeHours'
import { balanceId, hoursBalances, pointsLedger } from './store'

/**
 * Takes the points of somebody who left out of their balance, by an entry of the ledger, so that nobody spends them with
 * an id that was kept; and what the points were given and spent for. Safe to do again.
 */
export const forgetPoints = async (
  centre: string,
  ids: readonly string[],
  at: Instant,
): Promise<void> => {
  const store = hoursBalances.of(centre)
  for (const person of ids) {
    await decide(async () => {
      const balance = await store.get(balanceId(centre, person))
      if (!balance || netOf(balance) <= 0) return
      const move = { points: -netOf(balance), what: '', at, to: null }
      const step = moved(balance, `erased-${balance.rev}`, move)
      return (await take(store, balance._id, step)) ? undefined : again
    })
    await completeHours(centre, person, at)
  }
  const theirs = { person: command.in([...ids]) }
  await repeat(() => pointsLedger.of(centre).changeAll(theirs, { what: '' }))
}
