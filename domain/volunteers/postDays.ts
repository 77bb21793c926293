import { holidayOn } from '@/domain/shared/holidays'
import { occurrences } from '@/domain/shared/recurrence'
import type { PostDraft } from '@/types/volunteers'
import type { Day } from '@/types/shared/day'

// Loaded by `import()` where shifts are made: it brings both libraries that know calendars.

/**
 * The days on which a post takes place, of the first `most` that its rule makes from a day on: without holidays where it
 * skips them, and without days that were skipped. Null for a rule nobody understands.
 */
export const postDays = (
  {
    recurrence,
    from,
    until,
    holidays,
    skipped,
  }: Pick<PostDraft, 'recurrence' | 'from' | 'until' | 'holidays' | 'skipped'>,
  since: Day,
  most: number,
): Day[] | null =>
  occurrences(recurrence, from, since > from ? since : from, most)?.filter(
    (day) =>
      (until === null || day <= until) &&
      !skipped.includes(day) &&
      !(holidays === 'skip' && holidayOn(day) !== null),
  ) ?? null
