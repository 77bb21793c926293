import { addDays, dayMs, dayOf } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { forEachDocument } from '../kit/each'
import type { Job } from '../kit/jobs'
import { removeSome } from '../kit/removal'
import { countDays, countedAgain } from './caseEvents'
import { complete } from './complete'
import { followComplaint } from './followComplaint'
import { remove } from './forget'
import { freeOwnerless, freeUnmediated } from './freed'
import { caseEvents, cases, complaintsMade } from './store'

/** Settled complaints are kept for two years, as messages are. */
const complaintsKeptDays = 2 * 365

/** What people said is kept for two years after it is over. */
const keptMs = 2 * 366 * dayMs

/** Work of the module that nobody taps for. */
export const jobs: Job[] = [
  {
    name: 'feedback.sweep',
    cron: '*/15 * * * *',
    run: (run) =>
      forEachDocument(
        'feedback.sweep',
        cases,
        run,
        { where: { nextAt: command.lte(run.at) }, fields: { nextAt: true } },
        ({ _id }) => complete(run.centre, _id, run.at),
      ),
  },
  {
    name: 'feedback.forget',
    cron: '50 3 * * *',
    run: (run) =>
      forEachDocument(
        'feedback.forget',
        cases,
        run,
        { where: { endedAt: command.lt(run.at - keptMs) }, fields: { endedAt: true } },
        ({ _id }) => remove(run.centre, _id),
      ),
  },
  {
    name: 'feedback.complaints',
    cron: '*/15 * * * *',
    run: (run) =>
      forEachDocument(
        'feedback.complaints',
        complaintsMade,
        run,
        { where: { 'settled.owed': true }, fields: { at: true } },
        ({ _id }) => followComplaint(run.centre, _id, run.at),
      ),
  },
  { name: 'feedback.freeOwnerless', cron: '*/15 * * * *', run: freeOwnerless },
  { name: 'feedback.freeUnmediated', cron: '*/15 * * * *', run: freeUnmediated },
  { name: 'feedback.figures', cron: '10 3 * * *', run: countDays },
  {
    name: 'feedback.forgetEvents',
    cron: '40 3 * * *',
    run: ({ centre, at }) =>
      removeSome(caseEvents.of(centre), {
        day: command.lt(addDays(dayOf(at), -2 * countedAgain)),
      }),
  },
  {
    name: 'feedback.forgetComplaints',
    cron: '45 3 * * *',
    run: ({ centre, at }) =>
      removeSome(complaintsMade.of(centre), {
        state: 'settled',
        at: command.lt(at - complaintsKeptDays * dayMs),
      }),
  },
]
