import { dayMs } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { forEachDocument } from '../kit/each'
import type { Job } from '../kit/jobs'
import { complete } from './complete'
import { remove } from './forget'
import { cases } from './store'

/** What people said is kept for two years after it is over. */
const keptMs = 2 * 366 * dayMs

/** Work of the module that nobody taps for. */
export const jobs: Job[] = [
  {
    name: 'feedback.sweep',
    cron: '*/15 * * * *',
    run: (run) =>
      forEachDocument(
        'feedback.sweep',
        cases,
        run,
        { where: { nextAt: command.lte(run.at) }, fields: { nextAt: true } },
        ({ _id }) => complete(run.centre, _id, run.at),
      ),
  },
  {
    name: 'feedback.forget',
    cron: '50 3 * * *',
    run: (run) =>
      forEachDocument(
        'feedback.forget',
        cases,
        run,
        { where: { endedAt: command.lt(run.at - keptMs) }, fields: { endedAt: true } },
        ({ _id }) => remove(run.centre, _id),
      ),
  },
]
