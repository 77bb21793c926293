import { balanced } from '@/domain/haircuts/balance'
import { isDue, opensAt, type PlannedDate } from '@/domain/haircuts/dates'
import { emptySession } from '@/domain/haircuts/session'
import type { Terms } from '@/domain/haircuts/capacity'
import type { HaircutRule } from '@/types/haircuts'
import { dayOf, instantOf, type Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { askFor } from '../volunteers/service'
import { complete } from './complete'
import { planOf } from './plan'
import { haircutRules, haircutSessions, ruleOf, sessionId, shiftId, type RuleDoc } from './store'

export const termsOf = ({
  minutesPerCut,
  slotMinutes,
  planned,
  walkInPercent,
  priorityAge,
}: HaircutRule): Terms => ({ minutesPerCut, slotMinutes, planned, walkInPercent, priorityAge })

/** When the session of a date is. */
export const timesOf = (rule: HaircutRule, { day }: Pick<PlannedDate, 'day'>) => ({
  day,
  startsAt: instantOf(day, rule.startsAt),
  endsAt: instantOf(day, rule.endsAt),
})

/** The shift a session asks barbers for. */
export const shiftOf = ({ rule, path }: RuleDoc, session: string, date: PlannedDate) => {
  const { startsAt, endsAt } = timesOf(rule, date)
  return {
    kind: 'barber' as const,
    title: '义务理发',
    placeName: rule.placeName,
    startsAt,
    endsAt,
    needed: rule.barbers,
    skills: ['haircut' as const],
    thing: session,
    path,
  }
}

/**
 * Makes the dates anew, and opens the sessions that are due, with the shift their barbers come to. Safe twice, late and
 * cut off: a session and its shift have the name of their date. The number of sessions that were opened.
 */
export const openSessions = async (centre: string, at: Instant): Promise<number> => {
  const known = await ruleOf(centre)
  if (!known) return 0
  const plan = await planOf(known.rule, known.since, dayOf(at))
  // A rule that has come to its end makes no more dates.
  const dates = 'dates' in plan ? plan.dates : []
  if (JSON.stringify(dates) !== JSON.stringify(known.dates))
    await haircutRules
      .of(centre)
      .change(known._id, { dates: command.set(dates) }, { rev: known.rev })
  let opened = 0
  for (const date of dates) {
    const { opensDaysBefore, endsAt } = known.rule
    if (date.calledOff || at >= instantOf(date.day, endsAt)) continue
    if (!isDue(date.day, opensDaysBefore, at)) continue
    if (await open(known, date, at)) opened++
  }
  if (opened > 0) await giveKept(centre, at)
  return opened
}

const open = async (known: RuleDoc, date: PlannedDate, at: Instant): Promise<boolean> => {
  const { centre, rule, path } = known
  const _id = sessionId(centre, date.usual)
  const fixed = {
    ...timesOf(rule, date),
    opensAt: opensAt(date.day, rule.opensDaysBefore),
    terms: termsOf(rule),
  }
  const opened = await haircutSessions.of(centre).insert({
    _id,
    centre,
    v: 1,
    ...balanced(emptySession(fixed), at),
    path,
    placeName: rule.placeName,
    usual: date.usual,
    owes: false,
    remindedFor: null,
    forgotten: false,
  })
  await askFor(centre, shiftId(centre, _id), shiftOf(known, _id, date), `r${known.rev}`)
  return opened
}

/** Numbers that were kept for the next date get their place there; the number of sessions that keep any. */
export const giveKept = async (centre: string, at: Instant): Promise<number> => {
  const keeping = await haircutSessions
    .of(centre)
    .find({ where: { keeps: true }, fields: { keeps: true } })
  for (const { _id } of keeping) await complete(centre, _id, at)
  return keeping.length
}
