import { forEachDocument } from '../kit/each'
import type { Job } from '../kit/jobs'
import { checkRegister } from './checkRegister'
import { complete } from './complete'
import { completeHours } from './completeHours'
import { forgetReveals } from './forgetReveals'
import { reconcile } from './reconcile'
import { completeRegistration } from './registration'
import { hoursBalances, shifts, volunteerRecords } from './store'

/** Work of the module that nobody taps for. */
export const jobs: Job[] = [
  {
    name: 'volunteers.sweep',
    cron: '*/5 * * * *',
    run: (run) =>
      forEachDocument(
        'volunteers.sweep',
        shifts,
        run,
        { where: { owes: true }, fields: { owes: true } },
        ({ _id }) => complete(run.centre, _id, run.at),
      ),
  },
  {
    name: 'volunteers.sweepHours',
    cron: '*/5 * * * *',
    run: (run) =>
      forEachDocument(
        'volunteers.sweepHours',
        hoursBalances,
        run,
        { where: { owes: true }, fields: { person: true } },
        ({ person }) => completeHours(run.centre, person, run.at),
      ),
  },
  {
    name: 'volunteers.sweepRegister',
    cron: '*/15 * * * *',
    run: (run) =>
      forEachDocument(
        'volunteers.sweepRegister',
        volunteerRecords,
        run,
        { where: { owes: true }, fields: { owes: true } },
        ({ _id }) => completeRegistration(run.centre, _id, run.at),
      ),
  },
  { name: 'volunteers.forgetReveals', cron: '40 1 * * *', run: forgetReveals },
  { name: 'volunteers.checkRegister', cron: '30 2 * * *', run: checkRegister },
  { name: 'volunteers.reconcile', cron: '20 2 * * *', run: reconcile },
]
