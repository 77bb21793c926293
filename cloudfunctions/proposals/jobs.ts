import { command } from '../kit/cloud'
import type { Collection, Stored } from '../kit/collection'
import { forEachDocument } from '../kit/each'
import type { Job, JobRun } from '../kit/jobs'
import { completeComplaint } from './complaint'
import {
  carryProposal,
  completeMeeting,
  completeProposal,
  completeTask,
  completeWish,
  uniteSigners,
} from './follow'
import { inviteOn } from './invite'
import { forgetOld } from './retention'
import { complaints, meetings, proposals, tasks, wishes } from './store'

type Complete = (centre: string, id: string, at: number) => Promise<unknown>

const due = <D extends Stored>(name: string, of: Collection<D>, complete: Complete): Job => ({
  name: `proposals.${name}`,
  cron: '*/15 * * * *',
  run: (run: JobRun) =>
    forEachDocument(
      `proposals.${name}`,
      of,
      run,
      { where: { due: command.lte(run.at) }, fields: { _id: true } },
      ({ _id }) => complete(run.centre, _id, run.at),
    ),
})

/** Work of the module that nobody taps for. What it forgets is in retention.ts. */
export const jobs: Job[] = [
  due('wishes', wishes, completeWish),
  due('proposals', proposals, completeProposal),
  due('meetings', meetings, completeMeeting),
  due('tasks', tasks, completeTask),
  {
    // The instance that took the last signature may have died before it said so.
    name: 'proposals.reached',
    cron: '*/15 * * * *',
    run: (run) =>
      forEachDocument(
        'proposals.reached',
        proposals,
        run,
        { where: { state: 'open' }, fields: { count: true, threshold: true } },
        async ({ _id, count, threshold }) => {
          if (count >= threshold) await carryProposal(run.centre, _id, run.at)
        },
      ),
  },
  {
    name: 'proposals.unite',
    cron: '35 3 * * *',
    run: (run) =>
      forEachDocument(
        'proposals.unite',
        proposals,
        run,
        { where: { state: 'open' }, fields: { count: true } },
        async ({ _id, count }) => {
          if (count > 1) await uniteSigners(run.centre, _id, run.at)
        },
      ),
  },
  {
    name: 'proposals.invite',
    cron: '*/15 * * * *',
    run: (run) =>
      forEachDocument(
        'proposals.invite',
        meetings,
        run,
        { where: { 'inviting.key': command.gt('') }, fields: { _id: true } },
        ({ _id }) => inviteOn(_id, run),
      ),
  },
  {
    name: 'proposals.complaints',
    cron: '*/15 * * * *',
    run: (run) =>
      forEachDocument('proposals.complaints', complaints, run, { where: { owes: true } }, (one) =>
        completeComplaint(one, run.at),
      ),
  },
  { name: 'proposals.forget', cron: '5 4 * * *', run: forgetOld },
]
