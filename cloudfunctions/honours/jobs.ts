import { forEachDocument } from '../kit/each'
import { removeMade } from '../kit/exports'
import type { Job } from '../kit/jobs'
import { complete } from './complete'
import { rank } from './rank'
import { forgetOld } from './retention'
import { recordFiles, thanksNotes } from './store'
import { takeDown } from './takeDown'

export const jobs: Job[] = [
  {
    name: 'honours.sweep',
    cron: '*/15 * * * *',
    run: (run) =>
      forEachDocument('honours.sweep', thanksNotes, run, { where: { owes: true } }, complete),
  },
  { name: 'honours.removeFiles', cron: '30 * * * *', run: removeMade(recordFiles.of) },
  // After volunteers.reconcile.
  { name: 'honours.rank', cron: '35 2 * * *', run: rank },
  { name: 'honours.takeDown', cron: '40 2 * * *', run: takeDown },
  { name: 'honours.forget', cron: '55 3 * * *', run: forgetOld },
]
