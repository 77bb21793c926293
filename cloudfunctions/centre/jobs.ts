import { removeMade } from '../kit/exports'
import type { Job } from '../kit/jobs'
import { forgetAudit } from './forgetAudit'
import { forgetDisplays } from './forgetDisplays'
import { forgetErrors } from './forgetErrors'
import { printouts } from './store'
import { sweepUploads } from './sweepUploads'

export const jobs: Job[] = [
  { name: 'centre.forgetErrors', cron: '40 3 * * *', run: forgetErrors },
  { name: 'centre.sweepUploads', cron: '25 * * * *', run: sweepUploads },
  { name: 'centre.removePrintouts', cron: '15 * * * *', run: removeMade(printouts.of) },
  { name: 'centre.forgetDisplays', cron: '45 3 * * *', run: forgetDisplays },
  { name: 'centre.forgetAudit', cron: '50 3 * * *', run: forgetAudit },
]
