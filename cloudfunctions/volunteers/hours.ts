import { lastYear, monthsKept } from '@/domain/volunteers/hours'
import { dayOf, type Instant } from '@/types/shared/day'
import type { Facts } from '../kit/passport'
import { idsOf } from '../kit/subject'
import { hoursEntries, type HoursEntryDoc } from './store'

interface Hours {
  lastYear: number
  months: { month: string; minutes: number }[]
  entries: { documents: HoursEntryDoc[]; next: string | null }
}

/** What somebody gave: confirmed minutes by month, newest first, and a page of the entries, newest first. */
export const hoursOfPerson = async (
  centre: string,
  facts: Facts,
  after: string | undefined,
  at: Instant,
): Promise<Hours> => {
  const minutes = monthsKept(facts.minutes ?? {}, dayOf(at))
  return {
    lastYear: lastYear(minutes, dayOf(at)),
    months: Object.entries(minutes)
      .map(([month, sum]) => ({ month, minutes: sum }))
      .reverse(),
    entries: await hoursEntries.of(centre).page({
      where: idsOf(facts).map((person) => ({ person })),
      by: ['at', 'desc'],
      after,
    }),
  }
}
