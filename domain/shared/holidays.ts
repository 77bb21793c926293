import { getDayDetail, getLunarDate, getSolarTermDate, isWorkday } from 'chinese-days'
import { addDays, type Day } from '@/types/shared/day'

// Loaded by `import()` where dates are made: the phone and most calls need no such library.

const weekdays = new Set([
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
])

const isPlain = (name: string): boolean => weekdays.has(name)

/** Whether the State Council has announced the holidays of a year, which it does in the November before. */
const isAnnounced = (year: string): boolean => !isPlain(getDayDetail(`${year}-10-01`).name)

const fixedByLaw: Readonly<Record<string, string>> = {
  '01-01': '元旦',
  '05-01': '劳动节',
  '05-02': '劳动节',
  '10-01': '国庆节',
  '10-02': '国庆节',
  '10-03': '国庆节',
}

const lunarByLaw: Readonly<Record<string, string>> = {
  '1-1': '春节',
  '1-2': '春节',
  '1-3': '春节',
  '5-5': '端午节',
  '8-15': '中秋节',
}

const lunarKey = (day: Day): string => {
  const { lunarMon, lunarDay, isLeap } = getLunarDate(day)
  return isLeap ? '' : `${lunarMon}-${lunarDay}`
}

/** The days off that the law itself names (全国年节及纪念日放假办法, 2025), for years that are not announced. */
const holidayByLaw = (day: Day): string | null => {
  const fixed = fixedByLaw[day.slice(5)] ?? lunarByLaw[lunarKey(day)]
  if (fixed !== undefined) return fixed
  if (lunarKey(addDays(day, 1)) === '1-1') return '春节'
  return getSolarTermDate(Number(day.slice(0, 4)), 4, 'pure_brightness') === day ? '清明节' : null
}

/** The statutory holiday a day off belongs to, or null. */
export const holidayOn = (day: Day): string | null => {
  if (!isAnnounced(day.slice(0, 4))) return holidayByLaw(day)
  const { work, name } = getDayDetail(day)
  return work || isPlain(name) ? null : (name.split(',')[1] ?? name)
}

/** 调休 counted: some Saturdays are, and some weekdays are not. */
export const isWorked = (day: Day): boolean => isWorkday(day) && holidayOn(day) === null

/** A Saturday or Sunday that is worked for a holiday: 调休. */
export const isWorkingWeekend = (day: Day): boolean =>
  isWorked(day) && [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
