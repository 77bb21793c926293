import { isQuiet, quietEnds } from '@/domain/notices/quiet'
import type { PartOfDay } from '@/types/errands'
import { addDays, dayMs, dayOf, instantOf, type Day, type Instant } from '@/types/shared/day'

const hour = 60 * 60_000

/** From when to when somebody may come. */
const parts: Readonly<Record<PartOfDay, readonly [from: string, to: string]>> = {
  morning: ['08:30', '12:00'],
  afternoon: ['13:30', '17:30'],
  evening: ['18:00', '20:30'],
}

interface When {
  day: Day
  part: PartOfDay
}

export const startsAt = ({ day, part }: When): Instant => instantOf(day, parts[part][0])
export const endsAt = ({ day, part }: When): Instant => instantOf(day, parts[part][1])

/** What is ordered today is for tomorrow at the earliest: volunteers have a life of their own. */
export const firstDay = (at: Instant): Day => addDays(dayOf(at), 1)

/** Nobody knows what they do in two months. */
export const lastDay = (at: Instant): Day => addDays(dayOf(at), 30)

/** The evening before: who comes is reminded, and what nobody accepted goes to staff while they are there. */
export const eveOf = ({ day }: { day: Day }): Instant => instantOf(addDays(day, -1), '17:00')

const answerMs = 2 * hour

/** Until when those who were asked have time to answer, before others are asked: two hours in which they may be woken. */
export const answerUntil = (at: Instant): Instant => {
  const heard = isQuiet(at) ? quietEnds(at) : at
  const until = heard + answerMs
  return isQuiet(until) ? quietEnds(until) + answerMs : until
}

/** When staff take over the search: on the eve, and not before anybody had time to answer. */
export const handOverAt = (errand: When & { at: Instant }): Instant =>
  Math.min(Math.max(eveOf(errand), errand.at + answerMs), startsAt(errand))

/** Nobody is asked for what begins within the hour: staff call. */
export const tooLateToAsk = (errand: When, at: Instant): boolean => at > startsAt(errand) - hour

/** The resident has two days to object; then what the volunteer said stands. */
export const confirmedBySilence = (doneAt: Instant): Instant => doneAt + 48 * hour

/** A day after it should have been over, somebody asks what came of it. */
export const askWhatCame = (errand: When): Instant => endsAt(errand) + 24 * hour

/** As long after its day something may still be said of an errand; then it ends as not done. */
export const lapseDays = 14

export const lapsesAt = (errand: When): Instant => endsAt(errand) + lapseDays * dayMs
