import { command } from '../kit/cloud'
import { forEachDocument } from '../kit/each'
import type { Job } from '../kit/jobs'
import { complete } from './complete'
import { freeOwnerless } from './freed'
import { cases } from './store'

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
    name: 'feedback.freeOwnerless',
    cron: '*/15 * * * *',
    run: freeOwnerless,
  },
]
