import { addDays, dayOf } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { forEachDocument } from '../kit/each'
import type { Job } from '../kit/jobs'
import { removeSome } from '../kit/removal'
import { complete } from './complete'
import { errands } from './store'

/** Who was helped by whom is kept for a year, as who was at an activity is. */
const keptDays = 366

/** Work of the module that nobody taps for. */
export const jobs: Job[] = [
  {
    name: 'errands.sweep',
    cron: '*/15 * * * *',
    run: (run) =>
      forEachDocument(
        'errands.sweep',
        errands,
        run,
        { where: { due: command.lte(run.at) }, fields: { due: true } },
        ({ _id }) => complete(run.centre, _id, run.at),
      ),
  },
  {
    name: 'errands.forget',
    cron: '40 3 * * *',
    run: ({ centre, at }) =>
      removeSome(errands.of(centre), { day: command.lt(addDays(dayOf(at), -keptDays)) }),
  },
]
