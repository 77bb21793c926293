import { isDeepStrictEqual } from 'node:util'
import { callOff, concernedBy, rearrange } from '@/domain/haircuts/change'
import type { PlannedDate } from '@/domain/haircuts/dates'
import { stepBetween } from '@/domain/haircuts/session'
import { dayOf, type Day, type Instant } from '@/types/shared/day'
import { again, decide } from '../kit/attempts'
import { take } from '../kit/step'
import { askFor, callOff as callOffShift } from '../volunteers/service'
import { coming } from './coming'
import { complete } from './complete'
import { openSessions, shiftOf, termsOf, timesOf } from './openSessions'
import { planOf } from './plan'
import {
  haircutRules,
  haircutSessions,
  ruleOf,
  shiftId,
  wholeSession,
  type RuleDoc,
  type SessionDoc,
} from './store'

/** As many dates as sessions can be open: one a day, sixty days ahead. */
const mostDates = 75

const noLonger = '安排有变动，这一天不理发了'

/**
 * Lets the sessions that are open follow the rule as it stands, and opens those that are due. Safe to repeat and to cut
 * off: a session that follows already is left alone.
 */
export const applyRule = async (centre: string, at: Instant): Promise<void> => {
  const known = await ruleOf(centre)
  if (!known?.owes) return
  const plan = await planOf(known.rule, known.since, dayOf(at), mostDates)
  const dates = 'dates' in plan ? plan.dates : []
  let told = known.told
  for (const { _id, usual, endsAt } of await coming(centre, at))
    if (at < endsAt) told += await applyTo(known, _id, dateOf(dates, usual), at)
  await openSessions(centre, at)
  const { _id, rev } = known
  await haircutRules.of(centre).change(_id, { owes: false, told }, { rev })
}

const dateOf = (dates: readonly PlannedDate[], usual: Day): PlannedDate | null =>
  dates.find((date) => date.usual === usual) ?? null

/** One session; the number of people who are told. */
const applyTo = async (
  known: RuleDoc,
  session: string,
  date: PlannedDate | null,
  at: Instant,
): Promise<number> => {
  const { centre } = known
  const key = `r${known.rev}`
  const goesOn = date !== null && !date.calledOff
  const because = date?.because ?? noLonger
  const told = await decide(async () => {
    const before = await wholeSession(centre, session)
    if (!before) return 0
    const after = goesOn
      ? rearranged(known, before, date, at)
      : { ...before, ...callOff(before, because, key) }
    const step = stepBetween(before, after)
    if (!step) return 0
    const news =
      after.state !== before.state ||
      after.startsAt !== before.startsAt ||
      after.placeName !== before.placeName
    const taken = await take(haircutSessions.of(centre), session, step)
    return taken ? (news ? concernedBy(before) : 0) : again
  })
  await complete(centre, session, at)
  const shift = shiftId(centre, session)
  if (goesOn) await askFor(centre, shift, shiftOf(known, session, date), key)
  else await callOffShift(centre, shift, because, key)
  return told
}

/** A session as the rule has it now; the same when nothing of it changes. Booking that opened stays open. */
const rearranged = (
  { rule, path, rev }: RuleDoc,
  before: SessionDoc,
  date: PlannedDate,
  at: Instant,
): SessionDoc => {
  const { opensAt, placeName } = before
  const terms = { ...termsOf(rule), slotMinutes: before.terms.slotMinutes }
  const fixed = { ...timesOf(rule, date), opensAt, terms }
  const { day, startsAt, endsAt } = before
  const place = placeName !== rule.placeName
  const follows =
    before.state === 'open' &&
    !place &&
    isDeepStrictEqual(fixed, { day, startsAt, endsAt, opensAt, terms: { ...before.terms } })
  return follows
    ? { ...before, path }
    : {
        ...before,
        ...rearrange(before, fixed, { place, key: `r${rev}`, at }),
        placeName: rule.placeName,
        path,
      }
}
