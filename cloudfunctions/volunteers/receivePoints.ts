import { moved, type PointMove } from '@/domain/volunteers/points'
import { again, decide } from '../kit/attempts'
import { take } from '../kit/step'
import {
  balanceId,
  emptyBalance,
  hoursBalances,
  pointsLedger,
  pointsLineId,
  type BalanceDoc,
} from './store'

/** The other half of a move from the balance of one id to that of another. Safe to do again. */
export const receivePoints = async (
  centre: string,
  from: string,
  key: string,
  { points, what, at, to }: PointMove & { to: string },
): Promise<void> => {
  const store = hoursBalances.of(centre)
  await store.insert(emptyBalance(centre, to))
  await decide(async () => {
    const balance = await store.get(balanceId(centre, to))
    const received = `from-${from.slice(centre.length + 1)}-${key}`
    if (!balance || (await moveOf(balance, received))) return
    const step = moved(balance, received, { points: -points, what, at, to: null, merged: true })
    return (await take(store, balance._id, step)) ? undefined : again
  })
}

/** What a key moved in a balance as it was read: it stands there, or is in the ledger. */
export const moveOf = async (
  { centre, person, moves = {} }: BalanceDoc,
  key: string,
): Promise<{ points: number } | null> => moves[key] ?? (await lineOf(centre, person, key))

/** What a key moved, by the ledger alone. */
export const lineOf = (centre: string, person: string, key: string) =>
  pointsLedger.of(centre).get(pointsLineId(centre, person, key), { points: true })
