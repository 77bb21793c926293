import { isDeepStrictEqual } from 'node:util'
import { monthsKept, sumOf } from '@/domain/volunteers/hours'
import { leaving, netOf, ofNet } from '@/domain/volunteers/points'
import { dayOf, type Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import type { Collection } from '../kit/collection'
import { randomToken } from '../kit/ids'
import type { Job } from '../kit/jobs'
import { log } from '../kit/log'
import { personNow } from '../residents/store'
import { writeMinutes } from './completeHours'
import { forgetPoints } from './forgetPoints'
import { gatherPoints } from './points'
import {
  hoursBalances,
  hoursLedger,
  pointsLedger,
  pointsLineId,
  type BalanceDoc,
  type LedgerLine,
  type PointsLine,
} from './store'

const batch = 20
/** Lines of the ledger in one request. */
const stretch = 500

/**
 * Every night each balance is compared with its ledgers: balance = ledger + open, of hours and of points. One that
 * differs is mended and logged; months that are too long ago to count leave it, and the person's facts; moves of points
 * that were copied long ago leave it too, and points of former ids go to the id of today, and those of
 * who left to nobody.
 */
export const reconcile: Job['run'] = async ({ centre, at, cursor }) => {
  const { documents, next } = await hoursBalances.of(centre).page({
    where: {},
    by: ['_id', 'asc'],
    after: cursor ?? undefined,
    limit: batch,
  })
  let mended = 0
  for (const balance of documents) {
    if (await mend(balance, at)) mended++
    await writeMinutes(centre, balance.person, at)
    if (netOf(balance) === 0) continue
    if (await personNow(centre, balance.person)) await gatherPoints(centre, balance.person, at)
    // Such as what was taken back at the counter after they left.
    else await forgetPoints(centre, [balance.person], at)
  }
  if (mended > 0)
    log({
      level: 'error',
      requestId: randomToken(),
      module: 'volunteers',
      procedure: 'reconcile',
      handled: mended,
    })
  return { handled: documents.length, cursor: next }
}

/** True when the balance was wrong. One that changes at this moment is looked at the next night. */
const mend = async (balance: BalanceDoc, at: Instant): Promise<boolean> => {
  const { centre, _id, rev, person } = balance
  const today = dayOf(at)
  const [lines, points] = await Promise.all([
    linesOf<LedgerLine>(centre, hoursLedger, person),
    linesOf<PointsLine>(centre, pointsLedger, person),
  ])
  const copied = new Set(lines.map((line) => line._id))
  const open = Object.entries(balance.open)
    .filter(([entry]) => !copied.has(entry))
    .map(([, verdict]) => verdict)
  const { total, months: all } = sumOf([...lines, ...open])
  const months = monthsKept(all, today)
  const { net, old } = pointsTogether(balance, points, at)
  const wrong =
    balance.total !== total ||
    !isDeepStrictEqual(monthsKept(balance.months, today), months) ||
    netOf(balance) !== net
  if (!wrong && old.length === 0 && isDeepStrictEqual({ ...balance.months }, months)) return false
  const changed = await hoursBalances.of(centre).change(
    _id,
    {
      total,
      months: command.set(months),
      ...ofNet(net),
      ...Object.fromEntries(old.map((key) => [`moves.${key}`, command.remove()])),
      rev: command.inc(1),
    },
    { rev },
  )
  return wrong && changed
}

/** What lines and open entries come to, and the moves that are copied and old enough to leave. */
const pointsTogether = (
  { centre, person, open, moves = {} }: BalanceDoc,
  lines: readonly PointsLine[],
  at: Instant,
): { net: number; old: string[] } => {
  const copied = new Set(lines.map((line) => line._id))
  const isCopied = (key: string) => copied.has(pointsLineId(centre, person, key))
  const waiting = Object.entries({ ...open, ...moves })
    .filter(([key]) => !isCopied(key))
    .map(([, { points = 0 }]) => points)
  return {
    net: [...lines.map(({ points }) => points), ...waiting].reduce((sum, one) => sum + one, 0),
    old: leaving(moves, at).filter(isCopied),
  }
}

const linesOf = async <T extends LedgerLine | PointsLine>(
  centre: string,
  ledger: Collection<T>,
  person: string,
): Promise<T[]> => {
  const lines: T[] = []
  let after: string | undefined
  do {
    const { documents, next } = await ledger
      .of(centre)
      .page({ where: { person }, by: ['_id', 'asc'], after, limit: stretch })
    lines.push(...documents)
    after = next ?? undefined
  } while (after !== undefined)
  return lines
}
