import { heldUntil } from '@/domain/activities/places'
import { calendarOf, reminds } from '@/domain/activities/sessions'
import { addDays, dayOf, type Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { forEachDocument } from '../kit/each'
import type { Job, JobRun } from '../kit/jobs'
import type { Fields } from '../kit/query'
import { complete, tellEverybody } from './complete'
import { drawNow } from './draw'
import { forgetCheckIns, forgetForms } from './retention'
import { places, wholeSeating, type Places } from './store'

const always = '*/5 * * * *'

/** What nobody waits for: a run that finds nothing costs a read, and a month has 8,640 five minutes. */
const quarterly = '*/15 * * * *'

/** Work of the module that nobody taps for. */
export const jobs: Job[] = [
  {
    name: 'activities.sweep',
    cron: always,
    run: (run) =>
      forEach('sweep', run, { owes: true }, ({ _id }) => complete(run.centre, _id, run.at)),
  },
  {
    name: 'activities.draws',
    cron: always,
    run: (run) =>
      forEach(
        'draws',
        run,
        {
          'draw.seed': null,
          'draw.at': command.lte(run.at),
          'rules.state': 'published',
        },
        async ({ _id }) => {
          await drawNow(run.centre, _id, run.at)
          await complete(run.centre, _id, run.at)
        },
      ),
  },
  {
    // Held seats nobody asked for go to the line, then to everybody.
    name: 'activities.release',
    cron: quarterly,
    run: (run) =>
      forEach(
        'release',
        run,
        {
          'rules.startsAt': command.gt(run.at).and(command.lte(startsWithHeldOver(run.at))),
          heldLeft: command.gt(0),
        },
        ({ _id }) => complete(run.centre, _id, run.at),
      ),
  },
  {
    name: 'activities.roll',
    cron: quarterly,
    run: (run) =>
      forEach(
        'roll',
        run,
        { 'next.more': true, 'next.endsAt': command.lte(run.at) },
        ({ _id, rev, rules }) =>
          places
            .of(run.centre)
            .change(_id, { next: command.set(calendarOf(rules.sessions, run.at).next) }, { rev }),
      ),
  },
  {
    // At the hour when tomorrow is planned, and before the quiet hours.
    name: 'activities.reminders',
    cron: '0 17 * * *',
    run: (run) => {
      const tomorrow = addDays(dayOf(run.at), 1)
      return forEach(
        'reminders',
        run,
        { 'rules.state': 'published', days: tomorrow },
        async ({ _id, days, rules }) => {
          if (!reminds(days, tomorrow)) return
          const startsAt = rules.sessions.find((one) => dayOf(one.startsAt) === tomorrow)?.startsAt
          const place = await wholeSeating(run.centre, _id)
          if (place && startsAt !== undefined)
            await tellEverybody(place, 'activityTomorrow', tomorrow, run.at, {
              states: ['in'],
              data: { startsAt },
              due: startsAt,
            })
        },
      )
    },
  },
  { name: 'activities.forgetCheckIns', cron: '0 3 * * *', run: forgetCheckIns },
  { name: 'activities.forgetForms', cron: '10 3 * * *', run: forgetForms },
]

/** The start of an activity whose held seats are given up at this moment. */
const startsWithHeldOver = (at: Instant): Instant => 2 * at - heldUntil({ startsAt: at })

/** Does one thing for each activity that fits. */
const forEach = (
  name: string,
  run: JobRun,
  where: Fields,
  act: (place: Pick<Places, '_id' | 'rev' | 'rules' | 'days'>) => Promise<unknown>,
): Promise<{ handled: number; cursor: string | null }> =>
  forEachDocument(
    `activities.${name}`,
    places,
    run,
    { where, fields: { rev: true, rules: true, days: true } },
    act,
  )
