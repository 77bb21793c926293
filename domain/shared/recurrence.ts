import { RRuleTemporal } from 'rrule-temporal'
import { addDays, type Day } from '@/types/shared/day'

// Loaded by `import()` where dates are made: the phone and most calls need no such library.

/** A rule that makes nothing within so many days makes nothing. */
const horizonDays = 5 * 366

const parts = (rule: string): Map<string, string> =>
  new Map(rule.split(';').map((part) => part.split('=') as [string, string]))

/** The library leaves out what it does not understand; a rule that lost something is not the one that was meant. */
const lostNothing = (asked: string, understood: string): boolean => {
  const kept = parts(understood)
  return [...parts(asked)].every(
    ([name, value]) =>
      (name === 'INTERVAL' && value === '1') ||
      kept.get(name) === value ||
      (name === 'UNTIL' && (kept.get(name)?.startsWith(value) ?? false)),
  )
}

const everyDay = /^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;|$)/

/**
 * At most so many days that a rule makes from a day on. RFC 5545: a month without a 31st is left out. `anchor` is the day
 * it began, which every other week is counted from. Null for a rule nobody understands.
 */
export const occurrences = (
  recurrence: string,
  anchor: Day,
  from: Day,
  most: number,
): Day[] | null => {
  if (!everyDay.test(recurrence)) return null
  try {
    const rule = new RRuleTemporal({
      rruleString: `DTSTART;TZID=UTC:${anchor.replaceAll('-', '')}T000000\nRRULE:${recurrence}`,
      maxIterations: horizonDays,
    })
    const understood = /RRULE:(.*)/.exec(rule.toString())?.[1] ?? ''
    if (!lostNothing(recurrence, understood)) return null
    const begin = new Date(`${from}T00:00:00Z`)
    const end = new Date(`${addDays(from, horizonDays)}T00:00:00Z`)
    const days: Day[] = []
    for (let next = rule.next(begin, true); next && days.length < most;) {
      const at = new Date(next.epochMilliseconds)
      if (at > end) break
      days.push(at.toISOString().slice(0, 10))
      next = rule.next(at, false)
    }
    return [...new Set(days)]
  } catch {
    // What is no rule, and what never comes (30 February), throws.
    return null
  }
}
