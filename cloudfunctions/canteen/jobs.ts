import { foldedAfterDays } from '@/domain/canteen/forget'
import { lateMs } from '@/domain/canteen/service'
import { addDays, dayOf, instantOf, type Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import type { Collection, Stored } from '../kit/collection'
import { cursorAfter } from '../kit/cursor'
import { removeMade } from '../kit/exports'
import type { Job, JobRun } from '../kit/jobs'
import { faultOf, log } from '../kit/log'
import type { Fields } from '../kit/query'
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

/** Work of the module that nobody taps for. */
export const jobs: Job[] = [
  {
    name: 'canteen.sweep',
    cron: always,
    run: (run) =>
      forEach('sweep', services, run, { owes: true }, ({ _id }) =>
        complete(run.centre, _id, run.at),
      ),
  },
  {
    // Before the meals that are over: an order that waits for WeChat is not one that nobody came for.
    name: 'canteen.expire',
    cron: always,
    run: (run) =>
      forEach('expire', orders, run, { askAt: command.lte(run.at) }, ({ _id }) =>
        expire(run.centre, _id, run.at),
      ),
  },
  {
    name: 'canteen.end',
    cron: quarterly,
    run: (run) =>
      forEach(
        'end',
        services,
        run,
        { ended: false, endsAt: command.lte(run.at - lateMs) },
        ({ _id }) => complete(run.centre, _id, run.at),
      ),
  },
  {
    name: 'canteen.refunds',
    cron: quarterly,
    run: (run) =>
      forEach('refunds', orders, run, { refundOpen: true }, ({ _id }) =>
        carryOut(run.centre, _id, run.at),
      ),
  },
  {
    // From then on the records of its orders are all there is of them.
    name: 'canteen.fold',
    cron: '20 3 * * *',
    run: (run) =>
      forEach(
        'fold',
        services,
        run,
        { folded: false, endsAt: command.lt(daysAgo(run.at, foldedAfterDays)) },
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

/** Does one thing for each document that fits, a page at a time. One that fails is logged and left to the next run. */
const forEach = async <T extends Stored>(
  name: string,
  from: Collection<T>,
  { centre, cursor, timeLeft }: JobRun,
  where: Fields,
  act: (document: T) => Promise<unknown>,
): Promise<{ handled: number; cursor: string | null }> => {
  const { documents, next } = await from.of(centre).page({
    where,
    by: ['_id', 'asc'],
    after: cursor ?? undefined,
    fields: { seq: true, ended: true, owes: true, twice: true, refusedScans: true },
  })
  let handled = 0
  let before = cursor
  for (const document of documents) {
    if (timeLeft() <= 0) return { handled, cursor: before }
    try {
      await act(document)
      handled++
    } catch (error) {
      log({
        level: 'error',
        requestId: document._id,
        module: 'canteen',
        procedure: name,
        fault: faultOf(error),
      })
    }
    before = cursorAfter(document, '_id')
  }
  return { handled, cursor: next }
}
