import { daysAhead } from '@/domain/volunteers/posts'
import { addDays, dayOf } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { forEachDocument } from '../kit/each'
import type { Job } from '../kit/jobs'
import { closeShift } from './closeShift'
import { checkRegister } from './checkRegister'
import { complete } from './complete'
import { completeHours } from './completeHours'
import { forgetReveals } from './forgetReveals'
import { reconcile } from './reconcile'
import { makeShifts } from './postShifts'
import { hoursBalances, posts, shifts, volunteerRecords } from './store'
import { remindOfShifts } from './reminders'
import { completeRegistration } from './registration'
import { forgetSeen, forgetSeenOfHours } from './retention'

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
    name: 'volunteers.posts',
    cron: '*/15 * * * *',
    run: (run) =>
      forEachDocument(
        'volunteers.posts',
        posts,
        run,
        {
          where: { madeUntil: command.lt(addDays(dayOf(run.at), daysAhead)) },
          fields: { madeUntil: true },
        },
        ({ _id }) => makeShifts(run.centre, _id, run.at),
      ),
  },
  {
    name: 'volunteers.closeShifts',
    cron: '*/15 * * * *',
    run: (run) =>
      forEachDocument(
        'volunteers.closeShifts',
        shifts,
        run,
        { where: { attending: true, endsAt: command.lte(run.at) }, fields: { endsAt: true } },
        ({ _id }) => closeShift(run.centre, _id, run.at),
      ),
  },
  { name: 'volunteers.reminders', cron: '*/15 * * * *', run: remindOfShifts },
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
  { name: 'volunteers.forgetSeen', cron: '50 2 * * *', run: forgetSeen },
  { name: 'volunteers.forgetSeenOfHours', cron: '50 2 * * *', run: forgetSeenOfHours },
]
