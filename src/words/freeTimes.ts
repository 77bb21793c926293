import type { FreeTime } from '@/types/volunteers'

type Part = FreeTime['part']

const parts: Readonly<Record<Part, string>> = {
  morning: '上午',
  afternoon: '下午',
  evening: '晚上',
}
const stretches = [
  { word: 'weekdays', label: '平日', days: [1, 2, 3, 4, 5] },
  { word: 'weekend', label: '周末', days: [6, 0] },
] as const

/** The times people choose among: six large answers instead of a table of twenty-one. */
export const freeTimes: ReadonlyArray<{ value: string; label: string; times: FreeTime[] }> =
  stretches.flatMap(({ word, label, days }) =>
    (Object.keys(parts) as Part[]).map((part) => ({
      value: `${word}-${part}`,
      label: `${label}${parts[part]}`,
      times: days.map((weekday) => ({ weekday, part })),
    })),
  )

/** Which of the answers somebody chose. */
export const chosenTimes = (free: readonly FreeTime[]): string[] =>
  freeTimes
    .filter(({ times }) =>
      times.every((time) =>
        free.some(({ weekday, part }) => weekday === time.weekday && part === time.part),
      ),
    )
    .map(({ value }) => value)

/** What somebody chose, as the contract holds it. */
export const timesOf = (chosen: readonly string[]): FreeTime[] =>
  freeTimes.filter(({ value }) => chosen.includes(value)).flatMap(({ times }) => times)

/** 平日上午、周末下午; nothing chosen is nothing said. */
export const freeSaid = (free: readonly FreeTime[]): string =>
  freeTimes
    .filter(({ value }) => chosenTimes(free).includes(value))
    .map(({ label }) => label)
    .join('、')
