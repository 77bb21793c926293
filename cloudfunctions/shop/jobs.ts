import { addDays, dayOf, instantOf, type Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { forEachDocument } from '../kit/each'
import type { Job } from '../kit/jobs'
import { removeSome } from '../kit/removal'
import { complete } from './complete'
import { completePurchase } from './completePurchase'
import { enterDifferences } from './enterDifferences'
import { reconcile } from './reconcile'
import { aidRequests, goods, purchases, shopOrders, stockLedger, stocktakings } from './store'

/** What nobody waits for: who looks at a list has it completed. */
const quarterly = '*/15 * * * *'

/** Orders, and what was paid, are vouchers: kept for five years. */
const voucherDays = 5 * 366
/** Why somebody was in need is nobody's business after that. */
const aidDays = 2 * 366

const daysAgo = (at: Instant, days: number): Instant => instantOf(addDays(dayOf(at), -days))

/** Work of the module that nobody taps for. */
export const jobs: Job[] = [
  {
    name: 'shop.sweep',
    cron: quarterly,
    run: (run) =>
      forEachDocument(
        'shop.sweep',
        goods,
        run,
        { where: { owes: true }, fields: { owes: true } },
        ({ _id }) => complete(run.centre, _id, run.at),
      ),
  },
  {
    name: 'shop.sweepPurchases',
    cron: quarterly,
    run: (run) =>
      forEachDocument(
        'shop.sweepPurchases',
        purchases,
        run,
        { where: { owes: true }, fields: { owes: true } },
        ({ _id }) => completePurchase(run.centre, _id),
      ),
  },
  {
    name: 'shop.sweepStocktakings',
    cron: quarterly,
    run: (run) =>
      forEachDocument(
        'shop.sweepStocktakings',
        stocktakings,
        run,
        { where: { owes: true }, fields: { owes: true } },
        ({ _id }) => enterDifferences(run.centre, _id, run.at),
      ),
  },
  {
    // Orders are kept to the end of a day: nobody need know within minutes.
    name: 'shop.lapse',
    cron: '10 * * * *',
    run: (run) =>
      forEachDocument(
        'shop.lapse',
        goods,
        run,
        { where: { holding: true }, fields: { holding: true } },
        ({ _id }) => complete(run.centre, _id, run.at),
      ),
  },
  { name: 'shop.reconcile', cron: '40 2 * * *', run: reconcile },
  {
    name: 'shop.forgetOrders',
    cron: '41 3 * * *',
    run: ({ centre, at }) =>
      removeSome(shopOrders.of(centre), { at: command.lt(daysAgo(at, voucherDays)) }),
  },
  {
    name: 'shop.forgetLedger',
    cron: '43 3 * * *',
    run: ({ centre, at }) =>
      removeSome(stockLedger.of(centre), { at: command.lt(daysAgo(at, voucherDays)) }),
  },
  {
    name: 'shop.forgetPurchases',
    cron: '45 3 * * *',
    run: ({ centre, at }) =>
      removeSome(purchases.of(centre), { at: command.lt(daysAgo(at, voucherDays)) }),
  },
  {
    name: 'shop.forgetAid',
    cron: '47 3 * * *',
    run: ({ centre, at }) =>
      removeSome(aidRequests.of(centre), { at: command.lt(daysAgo(at, aidDays)) }),
  },
]
