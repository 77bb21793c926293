import type { Job } from '../kit/jobs'
import { forgetAudit } from './forgetAudit'
import { forgetDisplays } from './forgetDisplays'
import { forgetErrors } from './forgetErrors'

export const jobs: Job[] = [
  { name: 'centre.forgetErrors', cron: '40 3 * * *', run: forgetErrors },
  { name: 'centre.forgetDisplays', cron: '45 3 * * *', run: forgetDisplays },
  { name: 'centre.forgetAudit', cron: '50 3 * * *', run: forgetAudit },
]
