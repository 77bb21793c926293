import { close } from '@/domain/haircuts/onTheDay'
import { stepBetween } from '@/domain/haircuts/session'
import { command } from '../kit/cloud'
import { forEachDocument } from '../kit/each'
import type { Job, JobRun } from '../kit/jobs'
import { take } from '../kit/step'
import { applyRule } from './applyRule'
import { complete } from './complete'
import { giveKept, openSessions } from './openSessions'
import { remindOfSessions, remindOfVisits } from './reminders'
import { forgetNames, forgetVisits } from './retention'
import { haircutRules, haircutSessions, whole } from './store'

const always = '*/5 * * * *'

/** What nobody waits for: a run that finds nothing costs a read. */
const quarterly = '*/15 * * * *'

/** Work of the module that nobody taps for. */
export const jobs: Job[] = [
  {
    name: 'haircuts.open',
    cron: '0 8 * * *',
    run: async ({ centre, at }) => ({ handled: await openSessions(centre, at), cursor: null }),
  },
  {
    name: 'haircuts.sweepRule',
    cron: always,
    run: (run) =>
      forEachDocument(
        'haircuts.sweepRule',
        haircutRules,
        run,
        { where: { owes: true }, fields: { owes: true } },
        () => applyRule(run.centre, run.at),
      ),
  },
  {
    name: 'haircuts.sweep',
    cron: always,
    run: (run) =>
      forEachDocument(
        'haircuts.sweep',
        haircutSessions,
        run,
        { where: { owes: true }, fields: { owes: true } },
        ({ _id }) => complete(run.centre, _id, run.at),
      ),
  },
  {
    name: 'haircuts.keep',
    cron: quarterly,
    run: async ({ centre, at }) => ({ handled: await giveKept(centre, at), cursor: null }),
  },
  { name: 'haircuts.close', cron: quarterly, run: (run) => closeSessions(run) },
  {
    name: 'haircuts.reminders',
    cron: always,
    run: remindOfSessions,
  },
  { name: 'haircuts.visitReminders', cron: quarterly, run: remindOfVisits },
  { name: 'haircuts.forgetNames', cron: '20 3 * * *', run: forgetNames },
  { name: 'haircuts.forgetVisits', cron: '30 3 * * *', run: forgetVisits },
]

/** Sessions that are over: who never said what they want has a number kept on the next date. */
const closeSessions = (run: JobRun) =>
  forEachDocument(
    'haircuts.close',
    haircutSessions,
    run,
    { where: { closed: false, endsAt: command.lte(run.at) } },
    async (document) => {
      const before = whole(document)
      const step = stepBetween(before, { ...before, ...close(before) })
      if (step) await take(haircutSessions.of(run.centre), before._id, step)
      await complete(run.centre, before._id, run.at)
    },
  )
