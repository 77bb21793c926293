import type { Job } from '../kit/jobs'
import { forgetErrors } from './forgetErrors'

export const jobs: Job[] = [{ name: 'centre.forgetErrors', cron: '40 3 * * *', run: forgetErrors }]
