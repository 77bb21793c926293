import type { Day } from '@/types/shared/day'

/** From a day on, the years that what is written then is kept. The latest line that has begun holds for an entry. */
export type Kept = readonly { readonly from: Day; readonly years: number }[]

/** Who did what to whom is kept as long as what was revealed of people: three years. */
export const auditKept: Kept = [{ from: '2000-01-01', years: 3 }]

/** The same day some years earlier; of 29 February, the day after it where there is none. */
const yearsBefore = (day: Day, years: number): Day => {
  const [year = '', month = '', date = ''] = day.split('-')
  const before = Number(year) - years
  const leap = before % 4 === 0 && (before % 100 !== 0 || before % 400 === 0)
  return month === '02' && date === '29' && !leap ? `${before}-03-01` : `${before}-${month}-${date}`
}

/** The stretches of days whose entries have been kept long enough: from a day, until before another. */
export const keptLongEnough = (kept: Kept, today: Day): { from: Day; before: Day }[] =>
  kept
    .map(({ from, years }, line) => {
      const end = yearsBefore(today, years)
      const next = kept[line + 1]?.from
      return { from, before: next !== undefined && next < end ? next : end }
    })
    .filter(({ from, before }) => from < before)
