import { addDays, type Day } from '@/types/shared/day'

export type Period = 'thisMonth' | 'lastMonth' | 'thisYear' | 'own'

export const periods: ReadonlyArray<{ value: Period; label: string }> = [
  { value: 'thisMonth', label: '这个月' },
  { value: 'lastMonth', label: '上个月' },
  { value: 'thisYear', label: '今年' },
  { value: 'own', label: '自己选' },
]

const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`

/** First and last day of a period, as seen on a day; one the person chooses begins as this month. */
export const periodOf = (period: Period, today: Day): { from: Day; to: Day } => {
  switch (period) {
    case 'thisMonth':
    case 'own':
      return { from: firstOfMonth(today), to: today }
    case 'lastMonth': {
      const to = addDays(firstOfMonth(today), -1)
      return { from: firstOfMonth(to), to }
    }
    case 'thisYear':
      return { from: `${today.slice(0, 4)}-01-01`, to: today }
  }
}
