import { askOnEve } from '@/domain/haircuts/balance'
import { close } from '@/domain/haircuts/onTheDay'
import { stepBetween } from '@/domain/haircuts/session'
import { addDays, dayOf, type Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { forEachDocument } from '../kit/each'
import type { Job, JobRun } from '../kit/jobs'
import { take } from '../kit/step'
import { tell } from '../notices/outbox'
import { applyRule } from './applyRule'
import { complete } from './complete'
import { giveKept, openSessions } from './openSessions'
import { forgetNames, forgetVisits } from './retention'
import { haircutRules, haircutSessions, whole, type SessionDoc } from './store'
import { telling } from './told'

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
    // At the hour when tomorrow is planned, and before the quiet hours.
    name: 'haircuts.reminders',
    cron: '0 17 * * *',
    run: (run) => remind(run),
  },
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

/** Rows of the outbox in one request. */
const batch = 50

/** A session of which everybody knows who cuts: numbers beyond that are asked. */
const asked = async (session: SessionDoc, at: Instant): Promise<SessionDoc> => {
  const after = { ...session, ...askOnEve(session) }
  const step = stepBetween(session, after)
  if (!step || !(await take(haircutSessions.of(session.centre), session._id, step))) return session
  await complete(session.centre, session._id, at)
  return after
}

/** Everybody who has a number for tomorrow, in time to plan it; who cannot be reached otherwise is called. */
const remind = (run: JobRun) => {
  const tomorrow = addDays(dayOf(run.at), 1)
  return forEachDocument(
    'haircuts.reminders',
    haircutSessions,
    run,
    { where: { state: 'open', day: tomorrow } },
    async (document) => {
      const session = await asked(whole(document), run.at)
      const booked = Object.entries(session.claims).filter(([, { state }]) => state === 'booked')
      for (let from = 0; from < booked.length; from += batch)
        await tell(
          run.centre,
          booked
            .slice(from, from + batch)
            .map(([who, claim]) =>
              telling(
                session,
                who,
                claim,
                { event: 'haircutTomorrow', key: `${claim.key}-${tomorrow}` },
                run.at,
              ),
            ),
        )
    },
  )
}
