import { foldedAfterDays } from '@/domain/canteen/forget'
import { lateMs } from '@/domain/canteen/service'
import { addDays, dayOf, instantOf, type Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { forEachDocument } from '../kit/each'
import { removeMade } from '../kit/exports'
import type { Job } from '../kit/jobs'
import { removeSome } from '../kit/removal'
import { complete } from './complete'
import { expire } from './payments'
import { carryOut } from './refunds'
import { orders, services, settlementFiles } from './store'

const always = '*/5 * * * *'

/** What nobody waits for: a run that finds nothing costs a read, and a month has 8,640 five minutes. */
const quarterly = '*/15 * * * *'

/** Orders are vouchers: kept for five years. */
const voucherDays = 5 * 366

/** The beginning of the day that many days ago. */
const daysAgo = (at: Instant, days: number): Instant => instantOf(addDays(dayOf(at), -days))

/** What a job of the canteen needs of a document: the rest is read by what it calls. */
const fields = { seq: true, ended: true, owes: true, twice: true, refusedScans: true } as const

/** Work of the module that nobody taps for. */
export const jobs: Job[] = [
  {
    name: 'canteen.sweep',
    cron: always,
    run: (run) =>
      forEachDocument(
        'canteen.sweep',
        services,
        run,
        { where: { owes: true }, fields },
        ({ _id }) => complete(run.centre, _id, run.at),
      ),
  },
  {
    // Before the meals that are over: an order that waits for WeChat is not one that nobody came for.
    name: 'canteen.expire',
    cron: always,
    run: (run) =>
      forEachDocument(
        'canteen.expire',
        orders,
        run,
        { where: { askAt: command.lte(run.at) }, fields },
        ({ _id }) => expire(run.centre, _id, run.at),
      ),
  },
  {
    name: 'canteen.end',
    cron: quarterly,
    run: (run) =>
      forEachDocument(
        'canteen.end',
        services,
        run,
        { where: { ended: false, endsAt: command.lte(run.at - lateMs) }, fields },
        ({ _id }) => complete(run.centre, _id, run.at),
      ),
  },
  {
    name: 'canteen.refunds',
    cron: quarterly,
    run: (run) =>
      forEachDocument(
        'canteen.refunds',
        orders,
        run,
        { where: { refundOpen: true }, fields },
        ({ _id }) => carryOut(run.centre, _id, run.at),
      ),
  },
  {
    // From then on the records of its orders are all there is of them.
    name: 'canteen.fold',
    cron: '20 3 * * *',
    run: (run) =>
      forEachDocument(
        'canteen.fold',
        services,
        run,
        { where: { folded: false, endsAt: command.lt(daysAgo(run.at, foldedAfterDays)) }, fields },
        ({ _id, seq, ended, owes, twice, refusedScans }) =>
          ended && !owes
            ? services.of(run.centre).change(
                _id,
                {
                  claims: command.set({}),
                  uses: command.set({}),
                  twice: command.set(twice.map((one) => ({ ...one, name: '', by: '' }))),
                  refusedScans: command.set(
                    refusedScans.map((one) => ({ ...one, person: null, name: '', by: '' })),
                  ),
                  folded: true,
                },
                { seq },
              )
            : Promise.resolve(),
      ),
  },
  {
    name: 'canteen.forgetOrders',
    cron: '25 3 * * *',
    run: ({ centre, at }) =>
      removeSome(orders.of(centre), { startsAt: command.lt(daysAgo(at, voucherDays)) }),
  },
  {
    name: 'canteen.forgetServices',
    cron: '27 3 * * *',
    run: ({ centre, at }) =>
      removeSome(services.of(centre), { endsAt: command.lt(daysAgo(at, voucherDays)) }),
  },
  {
    // A table is good for a day, and made again when somebody asks.
    name: 'canteen.removeFiles',
    cron: '35 * * * *',
    run: removeMade(settlementFiles.of),
  },
]
