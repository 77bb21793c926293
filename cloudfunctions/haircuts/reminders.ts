import { askOnEve } from '@/domain/haircuts/balance'
import { stepBetween } from '@/domain/haircuts/session'
import { isEve } from '@/domain/shared/eve'
import { addDays, dayOf, type Day, type Instant } from '@/types/shared/day'
import { again, decide } from '../kit/attempts'
import { command } from '../kit/cloud'
import { forEachDocument } from '../kit/each'
import type { JobRun } from '../kit/jobs'
import { take } from '../kit/step'
import { tell, type Telling } from '../notices/outbox'
import { wholeShift } from '../volunteers/store'
import { runsIt } from '../volunteers/told'
import { complete } from './complete'
import { haircutSessions, haircutVisits, shiftId, wholeSession, type SessionDoc } from './store'
import { telling } from './told'
import { tellingsOfVisit, visitShown, visitStartsAt } from './visits'

/** Days of which people may be reminded now. */
const near = (at: Instant): Day[] => [dayOf(at), addDays(dayOf(at), 1)]

/** Rows of the outbox in one request; each person may have two. */
const batch = 50

/**
 * Reminds everybody who has a number, from the eve on, once for each day a session is on; who cannot be reached
 * otherwise is called. A run that comes late, or was cut off, is made up for by the next.
 */
export const remindOfSessions = (run: JobRun) =>
  forEachDocument(
    'haircuts.reminders',
    haircutSessions,
    run,
    {
      where: { state: 'open', day: command.in(near(run.at)) },
      fields: { day: true, startsAt: true, remindedFor: true },
    },
    async ({ _id, day, startsAt, remindedFor }) => {
      if (remindedFor === day || !isEve(day, startsAt, run.at)) return
      await askWhoIsBeyond(run.centre, _id, run.at)
      const session = await wholeSession(run.centre, _id)
      if (session) await remind(session, run.at)
    },
  )

/** It is known who cuts now: numbers beyond that are asked before the others are told to come. */
const askWhoIsBeyond = async (centre: string, session: string, at: Instant): Promise<void> => {
  await decide(async () => {
    const before = await wholeSession(centre, session)
    const step = before && stepBetween(before, { ...before, ...askOnEve(before) })
    if (!step) return
    return (await take(haircutSessions.of(centre), session, step)) ? undefined : again
  })
  await complete(centre, session, at)
}

const remind = async (session: SessionDoc, at: Instant): Promise<void> => {
  const { _id, centre, day, claims } = session
  const tellings = [
    ...Object.entries(claims)
      .filter(([, { state }]) => state === 'booked')
      .map(([who, claim]) => ({
        ...telling(
          session,
          who,
          claim,
          { event: 'haircutTomorrow', key: `${claim.key}-${day}` },
          at,
        ),
        // A run that comes late in the night wakes nobody.
        urgent: false,
      })),
    ...(await nobodyCuts(session, at)),
  ]
  for (let from = 0; from < tellings.length; from += batch)
    await tell(centre, tellings.slice(from, from + batch))
  // Moved meanwhile, it is another day to remind of.
  await haircutSessions.of(centre).change(_id, { remindedFor: day }, { day })
}

/** While nobody said they come to cut, whoever answers for the place can still find somebody, or call it off. */
const nobodyCuts = async (session: SessionDoc, at: Instant): Promise<Telling[]> => {
  const { _id, centre, day, startsAt, placeName, barbers } = session
  if (barbers !== null && barbers.length > 0) return []
  const shift = await wholeShift(centre, shiftId(centre, _id))
  const owner = shift && (await runsIt(shift, at))
  if (!owner) return []
  return [
    {
      event: 'haircutNoBarbers',
      person: owner,
      thing: _id,
      key: day,
      data: { placeName, startsAt },
      due: startsAt,
    },
  ]
}

/** Reminds of haircuts at home: the person, whoever asked for them, and who comes. */
export const remindOfVisits = (run: JobRun) =>
  forEachDocument(
    'haircuts.visitReminders',
    haircutVisits,
    run,
    { where: { state: 'planned', on: command.in(near(run.at)) } },
    async (visit) => {
      const { _id, on, remindedFor } = visit
      if (on === null || remindedFor === on || !isEve(on, visitStartsAt(on), run.at)) return
      const shown = await visitShown(visit)
      await tell(run.centre, tellingsOfVisit(visit, shown, on, 'homeVisitTomorrow', run.at))
      await haircutVisits.of(run.centre).change(_id, { remindedFor: on }, { on, state: 'planned' })
    },
  )
