import type { Job } from '../kit/jobs'
import { forgetErrors } from './forgetErrors'
import { sweepUploads } from './sweepUploads'

export const jobs: Job[] = [
  { name: 'centre.forgetErrors', cron: '40 3 * * *', run: forgetErrors },
  { name: 'centre.sweepUploads', cron: '25 * * * *', run: sweepUploads },
]
