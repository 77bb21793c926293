import { confirmedOf, decideEntry as decision, isSecond } from '@/domain/volunteers/hours'
import type { HoursEntry } from '@/types/volunteers'
import type { Instant } from '@/types/shared/day'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import type { Passport } from '../kit/passport'
import { take } from '../kit/step'
import { idsOf } from '../kit/subject'
import { completeHours } from './completeHours'
import { gatherPoints, perHourOf } from './points'
import { entryForStaff } from './show'
import { balanceId, hoursBalances, hoursEntries, withCorrections } from './store'

interface Said {
  entry: string
  verdict: 'confirmed' | 'refused'
  because: string | null
  /** What they were shown: what came in later may have changed it. */
  minutes?: number | undefined
  key: string
  at: Instant
}

/**
 * A second person confirms or refuses an entry: one conditional update of the balance decides, whoever asks at the same
 * time. What follows from it can be done again. A correction takes points where the hours stood: those of a record that was
 * merged are gathered at once.
 */
export const decideEntry = async (
  centre: string,
  caller: Passport,
  { entry: id, minutes, ...said }: Said,
): Promise<HoursEntry> => {
  const fields = { person: true, day: true, kind: true } as const
  const { person, ...given } = found(await hoursEntries.of(centre).get(id, fields))
  const perHour = await perHourOf(centre, given)
  const balance = balanceId(centre, person)
  await decide(async () => {
    // In this order: see the rule.
    const known = found(await hoursBalances.of(centre).get(balance))
    const entry = found(await hoursEntries.of(centre).get(id))
    if (!isSecond(idsOf(caller.person), entry)) return fail('NotYourself')
    const verdict = { ...said, by: caller.person.id }
    const corrected = entry.corrects ? confirmedOf(known, await withCorrections(centre, entry)) : 0
    const decided = decision(known, { ...entry, id }, verdict, perHour, corrected)
    if (decided.outcome === 'refused') return fail(decided.refusal.code, decided.refusal.data)
    if (decided.outcome === 'same') return
    if (minutes !== undefined && minutes !== entry.minutes) return fail('MinutesChanged')
    return (await take(hoursBalances.of(centre), balance, decided.step)) ? undefined : again
  })
  await completeHours(centre, person, said.at)
  const entry = found(await hoursEntries.of(centre).get(id))
  if (entry.corrects) await gatherPoints(centre, person, said.at)
  return entryForStaff(entry, caller, said.at)
}
