import { dayOf } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { forEachDocument } from '../kit/each'
import type { Job } from '../kit/jobs'
import { askAboutPhotos } from './askAboutPhotos'
import { completeFund } from './completeFund'
import { tellLate } from './late'
import { linkProposal } from './linkProposal'
import { reconcile } from './reconcile'
import { funds, projects } from './store'

/** Work of the module that nobody taps for. */
export const jobs: Job[] = [
  {
    name: 'projects.late',
    cron: '*/15 * * * *',
    run: (run) =>
      forEachDocument(
        'projects.late',
        projects,
        run,
        { where: { state: 'going', lateFrom: command.lte(dayOf(run.at)) } },
        (project) => tellLate(project, run.at),
      ),
  },
  {
    name: 'projects.sweep',
    cron: '*/15 * * * *',
    run: (run) =>
      forEachDocument(
        'projects.sweep',
        funds,
        run,
        { where: { owes: true }, fields: { owes: true } },
        ({ _id }) => completeFund(run.centre, _id, run.at),
      ),
  },
  {
    name: 'projects.photos',
    cron: '*/15 * * * *',
    run: (run) =>
      forEachDocument(
        'projects.photos',
        projects,
        run,
        { where: { toCheck: true }, fields: { toCheck: true } },
        ({ _id }) => askAboutPhotos(run.centre, _id, run.at),
      ),
  },
  {
    name: 'projects.link',
    cron: '*/15 * * * *',
    run: (run) =>
      forEachDocument(
        'projects.link',
        projects,
        run,
        { where: { toLink: true }, fields: { toLink: true } },
        ({ _id }) => linkProposal(run.centre, _id),
      ),
  },
  {
    name: 'projects.reconcile',
    cron: '10 4 * * *',
    run: (run) =>
      forEachDocument(
        'projects.reconcile',
        funds,
        run,
        { where: {}, fields: { _id: true } },
        ({ _id }) => reconcile(run.centre, _id),
      ),
  },
]
