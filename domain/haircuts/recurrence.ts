import { getLunarDate } from 'chinese-days'
import { holidayOn, isWorked, isWorkingWeekend } from '@/domain/shared/holidays'
import { occurrences } from '@/domain/shared/recurrence'
import type { Refusal } from '@/domain/shared/refusal'
import type { HaircutRule } from '@/types/haircuts'
import { addDays, instantOf, type Day } from '@/types/shared/day'
import { longestHoliday, type Exception, type PlannedDate } from './dates'

// Loaded by `import()` where dates are made: the phone and most calls need neither library.

/** Dates that are kept at hand: those on show, and some that may pass before they are made anew. */
export const datesKept = 14

const lunarOf = (day: Day): string => {
  const { lunarMonCN, lunarDayCN, isLeap } = getLunarDate(day)
  return `${isLeap ? '闰' : ''}${lunarMonCN}${lunarDayCN}`
}

/** The day a usual date falls on by the policy, and why when that is another. */
const byPolicy = (
  usual: Day,
  policy: HaircutRule['holidays'],
): { day: Day; because: string | null } => {
  const holiday = holidayOn(usual)
  if (holiday === null || policy === 'keep') return { day: usual, because: null }
  for (let n = 1; n <= longestHoliday; n++) {
    const day = addDays(usual, n)
    if (policy === 'nextDay' ? holidayOn(day) === null : isWorked(day))
      return { day, because: `${holiday}顺延` }
  }
  return { day: usual, because: null }
}

const described = (
  date: Pick<PlannedDate, 'usual' | 'day' | 'because' | 'calledOff'>,
): PlannedDate => ({
  ...date,
  lunar: lunarOf(date.day),
  warnings: [
    ...(getLunarDate(date.day).lunarMon === 1 ? (['firstLunarMonth'] as const) : []),
    ...(holidayOn(date.day) !== null ? (['holiday'] as const) : []),
    ...(isWorkingWeekend(date.day) ? (['workingSaturday'] as const) : []),
  ],
})

/**
 * The dates a rule makes from a day on, soonest first, with exceptions and holidays; dates that are called off stay
 * among them. `anchor` is the day the rule began, which every other week is counted from. Null for a rule nobody
 * understands, or that makes nothing.
 */
export const datesOf = (
  { recurrence, exceptions, holidays }: Pick<HaircutRule, 'recurrence' | 'exceptions' | 'holidays'>,
  anchor: Day,
  from: Day,
  most = datesKept,
): PlannedDate[] | null => {
  // A date of last month may have been moved to next month.
  const moved = exceptions.flatMap((one) =>
    one.kind === 'moved' && one.to >= from ? [one.day] : [],
  )
  const first = [addDays(from, -longestHoliday), ...moved].reduce((a, b) => (a < b ? a : b))
  const before = Math.ceil((instantOf(from) - instantOf(first)) / 86_400_000)
  const usual = occurrences(recurrence, anchor, first, most + before)
  if (usual === null || usual.length === 0) return null

  const exceptionOf = (day: Day) =>
    exceptions.find((one) => one.kind !== 'extra' && one.day === day)
  const made = usual.map((day) => {
    const exception = exceptionOf(day)
    if (exception?.kind === 'moved')
      return { usual: day, day: exception.to, because: exception.because, calledOff: false }
    const { day: on, because } = byPolicy(day, holidays)
    return exception
      ? { usual: day, day: on, because: exception.because, calledOff: true }
      : { usual: day, day: on, because, calledOff: false }
  })
  const extra = exceptions.flatMap((one) =>
    one.kind === 'extra'
      ? [{ usual: one.day, day: one.day, because: one.because, calledOff: false }]
      : [],
  )
  const chosen = [...extra, ...made.filter(({ usual: day }) => exceptionOf(day)?.kind === 'moved')]
  // A holiday puts a date off to where another already is: one session is enough.
  const once = new Map<Day, (typeof made)[number]>()
  for (const date of [...chosen, ...made])
    if (!once.has(date.day) || once.get(date.day)?.calledOff) once.set(date.day, date)
  return [...once.values()]
    .filter(({ day }) => day >= from)
    .sort((one, other) => (one.day < other.day ? -1 : 1))
    .slice(0, most)
    .map(described)
}

type Recurring = Pick<HaircutRule, 'recurrence' | 'exceptions' | 'holidays'>

/** An exception that cannot be, and why: each names a day the rule makes, and no two dates fall on one day. */
const unfit = (
  { recurrence, exceptions, holidays }: Recurring,
  anchor: Day,
  today: Day,
): { one: Exception; code: 'NoSuchDate' | 'DateTaken'; day: Day } | null => {
  const coming = exceptions.filter(
    (one) => one.day >= today || (one.kind === 'moved' && one.to >= today),
  )
  for (const one of coming) {
    const [made] = occurrences(recurrence, anchor, one.day, 1) ?? []
    if (one.kind !== 'extra' && made !== one.day) return { one, code: 'NoSuchDate', day: one.day }
    if (coming.some((other) => other !== one && other.day === one.day))
      return { one, code: 'DateTaken', day: one.day }
  }
  const dates = datesOf({ recurrence, exceptions: [], holidays }, anchor, today) ?? []
  const gone = new Set(coming.flatMap((one) => (one.kind === 'extra' ? [] : [one.day])))
  const taken = new Set(dates.filter(({ usual }) => !gone.has(usual)).map(({ day }) => day))
  for (const one of coming) {
    const to = one.kind === 'moved' ? one.to : one.kind === 'extra' ? one.day : null
    if (to === null) continue
    if (taken.has(to)) return { one, code: 'DateTaken', day: to }
    taken.add(to)
  }
  return null
}

const same = (one: Exception, other: Exception): boolean =>
  one.kind === other.kind &&
  one.day === other.day &&
  (one.kind !== 'moved' || other.kind !== 'moved' || one.to === other.to)

/**
 * Why a rule's exceptions cannot be, or null. `before` are those in force: a date that was moved to a day that is over
 * by now stays there, and none is moved there any more.
 */
export const exceptionRefusal = (
  rule: Recurring,
  anchor: Day,
  today: Day,
  before: readonly Exception[],
): Refusal | null => {
  const late = rule.exceptions.find(
    (one) =>
      ((one.kind === 'moved' && one.to < today) || (one.kind === 'extra' && one.day < today)) &&
      !before.some((other) => same(one, other)),
  )
  if (late) return { code: 'InPast' }
  const wrong = unfit(rule, anchor, today)
  return wrong && { code: wrong.code, data: { day: wrong.day } }
}

/** Exceptions that do not fit a rule, such as those of a day that it does not make any more. */
export const staleOf = (rule: Recurring, anchor: Day, today: Day): Exception[] => {
  const wrong = unfit(rule, anchor, today)
  if (!wrong) return []
  const exceptions = rule.exceptions.filter((one) => one !== wrong.one)
  return [wrong.one, ...staleOf({ ...rule, exceptions }, anchor, today)]
}
