import { removeMade } from '../kit/exports'
import type { Job } from '../kit/jobs'
import { backFromAway } from './backFromAway'
import { checkOwners } from './checkOwners'
import { checkPassports } from './checkPassports'
import { erase } from './erase'
import { forgetTries } from './forgetTries'
import { guardianEnds } from './guardianEnds'
import { lapseTags } from './lapseTags'
import { refreshPeople } from './refreshPeople'
import { dataExports } from './store'
import { verificationEnds } from './verificationEnds'

export const jobs: Job[] = [
  { name: 'residents.backFromAway', cron: '*/15 * * * *', run: backFromAway },
  { name: 'residents.refreshPeople', cron: '*/15 * * * *', run: refreshPeople },
  { name: 'residents.removeExports', cron: '10 * * * *', run: removeMade(dataExports.of) },
  { name: 'residents.lapseTags', cron: '5 0 * * *', run: lapseTags },
  { name: 'residents.erase', cron: '0 1 * * *', run: erase },
  { name: 'residents.forgetTries', cron: '30 1 * * *', run: forgetTries },
  { name: 'residents.checkPassports', cron: '0 2 * * *', run: checkPassports },
  { name: 'residents.checkOwners', cron: '10 2 * * *', run: checkOwners },
  { name: 'residents.guardianEnds', cron: '0 9 * * *', run: guardianEnds },
  { name: 'residents.verificationEnds', cron: '0 9 * * *', run: verificationEnds },
]
