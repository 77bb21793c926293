import type { Job } from '../kit/jobs'
import { endCutOff } from './endCutOff'
import { forget } from './forget'
import { raiseCalls } from './raiseCalls'
import { send } from './send'

export const jobs: Job[] = [
  { name: 'notices.send', cron: '*/5 * * * *', run: send },
  { name: 'notices.raiseCalls', cron: '*/15 * * * *', run: raiseCalls },
  { name: 'notices.endCutOff', cron: '50 * * * *', run: endCutOff },
  { name: 'notices.forget', cron: '20 3 * * *', run: forget },
]
