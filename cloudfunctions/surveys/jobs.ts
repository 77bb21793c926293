import { dayMs } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { forEachDocument } from '../kit/each'
import { removeMade } from '../kit/exports'
import type { Job, JobRun } from '../kit/jobs'
import { log } from '../kit/log'
import { removeSome } from '../kit/removal'
import { completeAnswer, completeVersion } from './complete'
import { countSome, recount } from './counting'
import { carryOn } from './rounds'
import { answers, marks, resultFiles, surveys, totals, visits } from './store'

/** Who answered what is kept for two years after a survey closed, as messages are; what it came to stays. */
const keptMs = 731 * dayMs

/** Removes what people said and that they said it, once its time is over. */
const forgetOld = async ({ centre, at }: JobRun) => {
  const store = surveys.of(centre)
  const [old] = await store.find({
    where: { forgotten: false, closes: command.and([command.gt(0), command.lt(at - keptMs)]) },
    order: [['closes', 'asc']],
    limit: 1,
    fields: { _id: true },
  })
  if (!old) return { handled: 0, cursor: null }
  const where = { survey: old._id }
  const parts = [
    await removeSome(answers.of(centre), where),
    await removeSome(marks.of(centre), where),
    await removeSome(visits.of(centre), where),
  ]
  if (parts.every(({ cursor }) => cursor === null)) await store.change(old._id, { forgotten: true })
  return { handled: parts.reduce((n, { handled }) => n + handled, 1), cursor: 'more' }
}

/** Work of the module that nobody taps for. */
export const jobs: Job[] = [
  {
    name: 'surveys.versions',
    cron: '*/15 * * * *',
    run: (run) =>
      forEachDocument('surveys.versions', surveys, run, { where: { owes: true } }, completeVersion),
  },
  {
    name: 'surveys.answers',
    cron: '*/15 * * * *',
    run: (run) =>
      forEachDocument('surveys.answers', marks, run, { where: { owes: true } }, completeAnswer),
  },
  {
    name: 'surveys.count',
    cron: '*/15 * * * *',
    run: async ({ centre }) => {
      const handled = await countSome(centre)
      return { handled, cursor: handled > 0 ? 'more' : null }
    },
  },
  {
    name: 'surveys.rounds',
    cron: '*/15 * * * *',
    run: (run) =>
      forEachDocument(
        'surveys.rounds',
        surveys,
        run,
        {
          where: { due: command.and([command.gt(0), command.lte(run.at)]) },
          fields: { due: true },
        },
        ({ _id }) => carryOn(_id, run),
      ),
  },
  {
    name: 'surveys.recount',
    cron: '20 3 * * *',
    run: (run) =>
      forEachDocument(
        'surveys.recount',
        totals,
        run,
        { where: { unchecked: true }, fields: { centre: true } },
        async (one) => {
          if ((await recount(one, run.timeLeft)) === 'mended')
            log({
              ...{ level: 'warn', requestId: one._id, module: 'surveys', procedure: 'recount' },
              code: 'TotalsMended',
            })
        },
      ),
  },
  { name: 'surveys.forget', cron: '50 3 * * *', run: forgetOld },
  {
    name: 'surveys.files',
    cron: '10 4 * * *',
    run: removeMade((centre) => resultFiles.of(centre)),
  },
]
