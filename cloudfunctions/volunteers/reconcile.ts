import { isDeepStrictEqual } from 'node:util'
import { monthsKept, sumOf } from '@/domain/volunteers/hours'
import { dayOf, type Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { randomToken } from '../kit/ids'
import type { Job } from '../kit/jobs'
import { log } from '../kit/log'
import { writeMinutes } from './completeHours'
import { hoursBalances, hoursLedger, type BalanceDoc, type LedgerLine } from './store'

const batch = 20
/** Lines of the ledger in one request. */
const stretch = 500

/**
 * Every night each balance is compared with its ledger: balance = ledger + open. One that differs is mended and logged;
 * months that are too long ago to count leave it, and the person's facts.
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
  const { centre, _id, rev } = balance
  const today = dayOf(at)
  const lines = await ledgerOf(centre, balance.person)
  const copied = new Set(lines.map((line) => line._id))
  const open = Object.entries(balance.open)
    .filter(([entry]) => !copied.has(entry))
    .map(([, verdict]) => verdict)
  const { total, months: all } = sumOf([...lines, ...open])
  const months = monthsKept(all, today)
  const wrong =
    balance.total !== total || !isDeepStrictEqual(monthsKept(balance.months, today), months)
  if (!wrong && isDeepStrictEqual({ ...balance.months }, months)) return false
  const changed = await hoursBalances
    .of(centre)
    .change(_id, { total, months: command.set(months), rev: command.inc(1) }, { rev })
  return wrong && changed
}

const ledgerOf = async (centre: string, person: string): Promise<LedgerLine[]> => {
  const lines: LedgerLine[] = []
  let after: string | undefined
  do {
    const { documents, next } = await hoursLedger
      .of(centre)
      .page({ where: { person }, by: ['_id', 'asc'], after, limit: stretch })
    lines.push(...documents)
    after = next ?? undefined
  } while (after !== undefined)
  return lines
}
