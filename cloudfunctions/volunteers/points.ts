import {
  backOf,
  mayHaveLeft,
  moved,
  netOf,
  perHourOn,
  spend,
  type PointMove,
} from '@/domain/volunteers/points'
import type { Day, Instant } from '@/types/shared/day'
import type { ShiftKind } from '@/types/volunteers'
import { again, decide } from '../kit/attempts'
import { now } from '../kit/clock'
import { command } from '../kit/cloud'
import type { Facts } from '../kit/passport'
import { take } from '../kit/step'
import { idsOf } from '../kit/subject'
import { personNow } from '../residents/store'
import { completeHours } from './completeHours'
import { lineOf, moveOf } from './receivePoints'
import { balanceId, hoursBalances, pointRulesOf, type BalanceDoc } from './store'

interface Spending {
  /** Spends once, however often it is said. */
  key: string
  points: number
  what: string
  /** When the key was made use of first, such as the time of the claim it pays: the same at every repeat. */
  at: Instant
}

/**
 * Spends points of a person, in one conditional update and one request when there are enough. A repeat under the same
 * key, by the id the claim was made under, is answered as the first: the move stays in the balance for a day, and a key
 * that is half a day old is looked for in the ledger first.
 */
export const spendPoints = (
  centre: string,
  person: string,
  spending: Spending,
): Promise<'spent' | 'short'> =>
  decide(async () => {
    const { key, points, what, at: usedAt } = spending
    const at = now()
    const line = mayHaveLeft(usedAt, at) ? await lineOf(centre, person, key) : null
    if (line) return answerOf(line)
    const _id = balanceId(centre, person)
    if (await take(hoursBalances.of(centre), _id, spend({ key, points, what, at }))) return 'spent'
    const balance = await hoursBalances.of(centre).get(_id)
    const before = balance && (await moveOf(balance, key))
    if (before) return answerOf(before)
    if ((balance?.points ?? 0) >= points) return again
    return (await gatherPoints(centre, person, at)) ? again : 'short'
  })

/** A key that was given back before it spent anything spends no more. */
const answerOf = ({ points }: { points: number }) => (points < 0 ? 'spent' : 'short')

interface Returning extends Omit<Spending, 'key'> {
  /** The key that spent them. */
  of: string
}

/**
 * Gives back what a key spent: once, and no more than it spent. A key that spent nothing yet, as when what it should pay
 * was cut off before, never does after this.
 */
export const returnPoints = (
  centre: string,
  person: string,
  { of, points, what, at }: Returning,
): Promise<'returned' | 'notSpent'> =>
  decide(async () => {
    // The balance first: what leaves it is in the ledger by then.
    const balance = await hoursBalances.of(centre).get(balanceId(centre, person))
    if (!balance) return 'notSpent'
    const spent = await moveOf(balance, of)
    if (spent?.points === 0) return 'notSpent'
    const key = spent ? backOf(of) : of
    if (spent && (await moveOf(balance, key))) return 'returned'
    const given = spent ? Math.min(points, -spent.points) : 0
    const step = moved(balance, key, { points: given, what, at, to: null })
    if (!(await take(hoursBalances.of(centre), balance._id, step))) return again
    return spent ? 'returned' : 'notSpent'
  })

/** The points somebody has, by all ids of theirs. */
export const pointsOf = async (centre: string, facts: Facts): Promise<number> => {
  const balances = await balancesOf(centre, idsOf(facts))
  return Math.max(
    balances.reduce((sum, balance) => sum + netOf(balance), 0),
    0,
  )
}

/** The balances of several ids, as far as points go. */
export const balancesOf = (centre: string, ids: readonly string[]): Promise<BalanceDoc[]> =>
  hoursBalances.of(centre).find({
    where: { _id: command.in(ids.map((one) => balanceId(centre, one))) },
    limit: ids.length,
  })

/**
 * Moves what stands under former ids of a person to the id they have now: an entry in each of two balances, the second
 * made by whoever completes the first. False when there was nothing to move.
 */
export const gatherPoints = async (centre: string, id: string, at: Instant): Promise<boolean> => {
  const person = await personNow(centre, id)
  if (!person) return false
  const [to, ...former] = idsOf(person.facts)
  if (former.length === 0) return false
  const left = (await balancesOf(centre, former)).filter((balance) => netOf(balance) !== 0)
  for (const { _id, person: from } of left) {
    await decide(async () => {
      const balance = await hoursBalances.of(centre).get(_id)
      if (!balance || netOf(balance) === 0) return
      const move: PointMove = { points: -netOf(balance), what: '', at, to, merged: true }
      const step = moved(balance, `merged-${balance.rev}`, move)
      return (await take(hoursBalances.of(centre), _id, step)) ? undefined : again
    })
    await completeHours(centre, from, at)
  }
  return left.length > 0
}

/** Points an hour of a day gives, by the rules of a centre. */
export const perHourOf = async (
  centre: string,
  { day, kind }: { day: Day; kind?: ShiftKind },
): Promise<number> => perHourOn((await pointRulesOf(centre))?.rules ?? [], day, kind ?? null)
