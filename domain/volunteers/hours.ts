import type { Refusal } from '@/domain/shared/refusal'
import type { Step } from '@/domain/shared/step'
import { addMonths, dayOf, monthOf, type Day, type Instant } from '@/types/shared/day'
import { netOf, ofNet, pointsFor, type Points } from './points'
import type { Attended } from './attendance'

/** Minutes by month, `2026-11` → 540. */
export type Months = Readonly<Record<string, number>>

/** What a second person said of an entry. */
export interface Verdict {
  verdict: 'confirmed' | 'refused'
  /** What it adds to the balance: 0 when refused. */
  minutes: number
  /** The points these minutes give; absent in those decided before there were points. */
  points?: number
  day: Day
  by: string
  because: string | null
  /** The key of the tap. */
  key: string
  at: Instant
}

/**
 * All that one person gave. An entry is born in `open` by the step that decides it, is copied to the ledger and the
 * entry's own record, and leaves: total = ledger + open, always.
 */
export interface Balance extends Points {
  /** Raised by every change: an entry that was decided meanwhile is not decided again. */
  rev: number
  /** Minutes in all. */
  total: number
  /** The last 13 months. */
  months: Months
  open: Readonly<Record<string, Verdict>>
}

/** An entry as it waits for a second person. */
export interface Proposal {
  id: string
  day: Day
  minutes: number
  state: 'proposed' | 'confirmed' | 'refused'
  /** The tap that decided it. */
  decidedBy: string | null
}

/**
 * This month and the twelve before. Hours are kept by month, not by day, so that of the month a year ago it is not known
 * which days still count: all of it does, and nobody loses hours of the last twelve months.
 */
const monthsCounted = 13

const firstCounted = (today: Day): string => addMonths(monthOf(today), 1 - monthsCounted)

/** Without the months that are too long ago to count, and those that hold nothing. */
export const monthsKept = (months: Months, today: Day): Months =>
  Object.fromEntries(
    Object.entries(months)
      .filter(([month, minutes]) => month >= firstCounted(today) && minutes !== 0)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  )

/** Confirmed minutes of the last twelve months on a day: those of its month and of the twelve months before, whole. */
export const lastYear = (months: Months, today: Day): number =>
  Object.values(monthsKept(months, today)).reduce((sum, minutes) => sum + minutes, 0)

/** Several balances as one, such as those of records that were merged. */
export const monthsTogether = (all: readonly Months[]): Months => {
  const sum: Record<string, number> = {}
  for (const [month, minutes] of all.flatMap((months) => Object.entries(months)))
    sum[month] = (sum[month] ?? 0) + minutes
  return sum
}

/** What entries of a ledger come to. */
export const sumOf = (
  entries: readonly { day: Day; minutes: number }[],
): Pick<Balance, 'total' | 'months'> => ({
  total: entries.reduce((sum, { minutes }) => sum + minutes, 0),
  months: monthsTogether(entries.map(({ day, minutes }) => ({ [monthOf(day)]: minutes }))),
})

/** Why hours cannot be entered, or null. `self` when somebody enters their own. */
export const enterRefusal = (day: Day, self: boolean, today: Day): Refusal | null => {
  if (self) return { code: 'NotYourself' }
  return day > today ? { code: 'InFuture' } : null
}

interface Correcting {
  minutes: number
  /** What the entry and its confirmed corrections come to; null when it is not confirmed, or a correction itself. */
  corrected: number | null
  /** The most that can be given on its shift; null without one. */
  most: number | null
}

/** Why confirmed hours cannot be corrected by so many minutes, or null. `self` when somebody corrects their own. */
export const correctRefusal = (
  { minutes, corrected, most }: Correcting,
  self: boolean,
): Refusal | null => {
  if (self) return { code: 'NotYourself' }
  if (minutes === 0) return { code: 'NoMinutes' }
  if (corrected === null) return { code: 'NotConfirmed' }
  if (corrected + minutes < 0) return { code: 'BelowZero', data: { minutes: corrected } }
  return most !== null && minutes > 0 && corrected + minutes > most
    ? { code: 'LongerThanShift', data: { minutes: most } }
    : null
}

interface Counted {
  id: string
  minutes: number
  state: Proposal['state']
}

/** Whether an entry is confirmed, copied or not. */
export const isConfirmed = (
  { open }: Pick<Balance, 'open'>,
  { id, state }: Pick<Counted, 'id' | 'state'>,
): boolean => (open[id]?.verdict ?? state) === 'confirmed'

/** What those of some entries come to that are confirmed. */
export const confirmedOf = (balance: Pick<Balance, 'open'>, entries: readonly Counted[]): number =>
  entries
    .filter((entry) => isConfirmed(balance, entry))
    .reduce((sum, { minutes }) => sum + minutes, 0)

/**
 * Whether somebody, by all ids of theirs, is a second person for an entry: neither who entered it, nor whose it is, nor
 * who put down that they came or went.
 */
export const isSecond = (
  ids: readonly string[],
  { person, enteredBy, seen }: { person: string; enteredBy: string; seen?: Pick<Attended, 'by'> },
): boolean => ![person, enteredBy, ...(seen?.by ?? [])].some((one) => ids.includes(one))

type Decision =
  | { outcome: 'refused'; refusal: Refusal }
  /** This very tap decided it before. */
  | { outcome: 'same'; verdict: Verdict | null }
  | { outcome: 'decide'; verdict: Verdict; step: Step }

/**
 * Decides an entry, at so many points an hour. The balance must have been read before the entry: an entry that is still
 * proposed was then not decided by anybody who did not raise `rev`. A correction goes with what the entry it `corrected`
 * came to before it: minutes never fall below 0, and points are those of the sum, however many corrections there were.
 */
export const decideEntry = (
  balance: Balance,
  entry: Proposal,
  said: Omit<Verdict, 'minutes' | 'points' | 'day'>,
  perHour: number,
  corrected = 0,
): Decision => {
  const born = balance.open[entry.id]
  if (born?.key === said.key) return { outcome: 'same', verdict: born }
  if (entry.decidedBy === said.key) return { outcome: 'same', verdict: null }
  if (born || entry.state !== 'proposed')
    return { outcome: 'refused', refusal: { code: 'AlreadyDecided' } }

  const minutes = said.verdict === 'confirmed' ? entry.minutes : 0
  const month = monthOf(entry.day)
  const total = balance.total + minutes
  const inMonth = (balance.months[month] ?? 0) + minutes
  // Of a month that no longer counts only the total is known.
  const known = month in balance.months || month >= firstCounted(dayOf(said.at))
  if (minutes < 0 && (corrected + minutes < 0 || total < 0 || (known && inMonth < 0)))
    return {
      outcome: 'refused',
      refusal: {
        code: 'BelowZero',
        data: {
          minutes: Math.min(corrected, balance.total, known ? inMonth - minutes : balance.total),
        },
      },
    }
  const points = pointsFor(corrected + minutes, perHour) - pointsFor(corrected, perHour)
  const verdict: Verdict = { ...said, minutes, points, day: entry.day }
  return {
    outcome: 'decide',
    verdict,
    step: {
      guard: { equal: { rev: balance.rev }, missing: [`open.${entry.id}`] },
      change: {
        set: {
          owes: true,
          total,
          ...(points !== 0 && ofNet(netOf(balance) + points)),
          [`open.${entry.id}`]: verdict,
          ...(minutes !== 0 && { [`months.${month}`]: inMonth }),
        },
        inc: { rev: 1 },
      },
    },
  }
}
