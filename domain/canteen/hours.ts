import type { Day } from '@/types/shared/day'

/**
 * Confirmed minutes of the 12 months up to a day. Minutes are kept by month, so the month a year ago counts whole, in
 * favour of who gave them.
 */
export const minutesInLastYear = (
  minutes: Readonly<Record<string, number>> = {},
  day: Day,
): number => {
  const month = day.slice(0, 7)
  const first = `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`
  return Object.entries(minutes)
    .filter(([one]) => first <= one && one <= month)
    .reduce((sum, [, given]) => sum + given, 0)
}
