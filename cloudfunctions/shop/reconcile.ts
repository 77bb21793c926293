import { forgettable, stockOf } from '@/domain/shop/stock'
import { expectedOf } from '@/domain/shop/stocktaking'
import { addDays, dayOf, instantOf, type Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { randomToken } from '../kit/ids'
import type { Job } from '../kit/jobs'
import { log } from '../kit/log'
import { linesSince } from './linesSince'
import { goods, type GoodsDoc } from './store'

const batch = 10

/** From then on the sum of what came before is kept: the ledger need not be read from its beginning every night. */
const baseDays = 30

/**
 * Every night the stock of each kind of goods is compared with its ledger: stock = ledger + open. One that differs is
 * mended and logged; acts of long ago are forgotten.
 */
export const reconcile: Job['run'] = async ({ centre, at, cursor }) => {
  const { documents, next } = await goods.of(centre).page({
    where: {},
    by: ['_id', 'asc'],
    after: cursor ?? undefined,
    limit: batch,
  })
  let mended = 0
  for (const stock of documents) if (await mend(stock, at)) mended++
  if (mended > 0)
    log({
      level: 'error',
      requestId: randomToken(),
      module: 'shop',
      procedure: 'reconcile',
      handled: mended,
    })
  return { handled: documents.length, cursor: next }
}

/** True when the stock was wrong. What changes at this moment is looked at the next night. */
const mend = async (stock: GoodsDoc, at: Instant): Promise<boolean> => {
  const { centre, _id, rev, base } = stock
  const open = stock.open ?? {}
  const lines = await linesSince(centre, _id, base.before)
  const total = stockOf(base.quantity, lines, open)
  const wrong = total !== expectedOf(stock)
  const old = forgettable({ ...stock, done: stock.done ?? {}, taken: stock.taken ?? {} }, dayOf(at))
  const before = instantOf(addDays(dayOf(at), -baseDays))
  const settled = Object.values(open).every((one) => one.at >= before)
  const moves = settled && before - base.before > baseDays * 24 * 3_600_000
  // Less than nothing cannot lie on the shelf: that is for people to look into.
  const mends = wrong && total >= stock.kept
  if (!mends && !moves && old.length === 0) return wrong
  const past = lines.filter((line) => line.at < before)
  const changed = await goods.of(centre).change(
    _id,
    {
      ...Object.fromEntries(old.map((field) => [field, command.remove()])),
      ...(mends && { left: total - stock.kept }),
      ...(moves && { base: command.set({ before, quantity: stockOf(base.quantity, past, {}) }) }),
      rev: command.inc(1),
    },
    { rev },
  )
  return wrong && changed
}
