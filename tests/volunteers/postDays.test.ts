import fc from 'fast-check'
import { postDays } from '@/domain/volunteers/postDays'
import { followPost, madeOn } from '@/domain/volunteers/posts'
import type { PostDraft } from '@/types/volunteers'
import { crossing as beforeSchool } from './crossing'

const crossing: PostDraft = { ...beforeSchool, holidays: 'keep' }

const dayMs = 86_400_000
const names = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']
const dayAt = (number: number): string => new Date(number * dayMs).toISOString().slice(0, 10)
const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / dayMs
/** 1970-01-01 was a Thursday. */
const weekday = (number: number): number => (number + 4) % 7

/** Days counted one by one, without any rule: every so many weeks from the Monday of the first, or on a day of the month. */
const counted = (
  every: { weekdays: readonly number[]; weeks: number } | { monthDay: number },
  from: number,
  since: number,
  days: number,
): string[] => {
  const monday = (number: number) => number - ((weekday(number) + 6) % 7)
  return Array.from({ length: days }, (_, i) => Math.max(from, since) + i)
    .filter((number) =>
      'monthDay' in every
        ? Number(dayAt(number).slice(8)) === every.monthDay
        : every.weekdays.includes(weekday(number)) &&
          ((monday(number) - monday(from)) / 7) % every.weeks === 0,
    )
    .map(dayAt)
}

const first = numberOf('2026-11-01')

test('a post takes place on the days its rule says, as somebody counts them on a calendar', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 0, max: 90 }),
      fc.uniqueArray(fc.integer({ min: 0, max: 120 }), { maxLength: 8 }),
      fc.option(fc.integer({ min: 0, max: 120 })),
      (weekdays, weeks, fromIn, sinceIn, skippedIn, untilIn) => {
        const [from, since] = [first + fromIn, first + sinceIn]
        const skipped = skippedIn.map((n) => dayAt(first + n))
        const until = untilIn === null ? null : dayAt(first + untilIn)
        const byDay = weekdays.map((number) => names[number]).join(',')
        const made = postDays(
          {
            ...crossing,
            recurrence: `FREQ=WEEKLY;INTERVAL=${weeks};BYDAY=${byDay}`,
            from: dayAt(from),
            until,
            skipped,
          },
          dayAt(since),
          12,
        )
        const expected = counted({ weekdays, weeks }, from, since, 12 * 21 + 21)
          .slice(0, 12)
          .filter((day) => !skipped.includes(day) && (until === null || day <= until))
        expect(made).toEqual(expected)
      },
    ),
  )
})

test('a day of the month, where the month has one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 0, max: 200 }), (n, sinceIn) => {
      const since = first + sinceIn
      const made = postDays(
        { ...crossing, recurrence: `FREQ=MONTHLY;BYMONTHDAY=${n}`, from: dayAt(first) },
        dayAt(since),
        6,
      )
      expect(made).toEqual(counted({ monthDay: n }, first, since, 500).slice(0, 6))
    }),
  )
})

test('on holidays it takes place, or not; a rule nobody understands is none', () => {
  const october = {
    ...crossing,
    recurrence: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
    from: '2026-09-01',
  }
  const days = (holidays: PostDraft['holidays']) =>
    postDays({ ...october, holidays }, '2026-09-30', 8)
  expect(days('keep')).toContain('2026-10-01')
  // 国庆节 2026: the 1st to the 7th are off.
  expect(days('skip')).toEqual(['2026-09-30', '2026-10-08', '2026-10-09'])
  for (const recurrence of ['FREQ=HOURLY', 'FREQ=WEEKLY;WHEN=MO', 'FREQ=MONTHLY;BYMONTHDAY=99'])
    expect(postDays({ ...crossing, recurrence }, '2026-11-23', 8)).toBeNull()
})

test('half past seven is half past seven on every day of the year: there is no summer time', () => {
  for (let n = 0; n < 366; n++) {
    const day = dayAt(first + n)
    expect(madeOn(crossing, day).startsAt).toBe(Date.parse(`${day}T07:30:00+08:00`))
  }
})

describe('a shift whose post is said anew', () => {
  const made = madeOn(crossing, '2026-11-23')
  const shift = (people: string[], state: 'open' | 'calledOff' = 'open') => ({
    ...made,
    state,
    people,
  })
  const later = madeOn({ ...crossing, startsAt: '07:00' }, '2026-11-23')

  test('follows when nobody is on it, and is gone when its day is', () => {
    expect(followPost(shift([]), made)).toBe('same')
    expect(followPost(shift([]), later)).toBe('changed')
    expect(followPost(shift([]), null)).toBe('removed')
  })

  test('stays as it is when somebody would find it at another time, gone, or with too many on it', () => {
    expect(followPost(shift(['dl_pchen']), later)).toBe('kept')
    expect(followPost(shift(['dl_pchen']), null)).toBe('kept')
    expect(followPost(shift(['dl_pchen', 'dl_pshan']), { ...made, needed: 1 })).toBe('kept')
    expect(followPost(shift(['dl_pchen']), { ...made, kind: 'patrol' })).toBe('kept')
  })

  test('says what else there is to know, whoever is on it; called off, it stays so', () => {
    expect(followPost(shift(['dl_pchen']), { ...made, insurance: '平安志愿者险' })).toBe('changed')
    expect(followPost(shift(['dl_pchen']), { ...made, needed: 3 })).toBe('changed')
    expect(followPost(shift([], 'calledOff'), null)).toBe('same')
    expect(followPost(shift([], 'calledOff'), later)).toBe('same')
  })
})
