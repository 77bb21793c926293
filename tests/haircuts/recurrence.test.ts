import { standing } from '@/domain/haircuts/dates'
import { datesOf, exceptionRefusal, staleOf } from '@/domain/haircuts/recurrence'
import type { HaircutRule } from '@/types/haircuts'

type Recurring = Pick<HaircutRule, 'recurrence' | 'exceptions' | 'holidays'>

const the16th: Recurring = {
  recurrence: 'FREQ=MONTHLY;BYMONTHDAY=16',
  exceptions: [],
  holidays: 'keep',
}

const days = (rule: Partial<Recurring>, from = '2026-11-21', anchor = '2026-11-21') =>
  (datesOf({ ...the16th, ...rule }, anchor, from) ?? []).map(({ day }) => day)

const on = (day: string, rule: Partial<Recurring> = {}, from = '2026-11-21') =>
  datesOf({ ...the16th, ...rule }, from, from)?.find((date) => date.day === day)

test('the 16th of each month, across the end of the year', () => {
  expect(days({}).slice(0, 4)).toEqual(['2026-12-16', '2027-01-16', '2027-02-16', '2027-03-16'])
  expect(days({}, '2026-12-16')[0]).toBe('2026-12-16')
  expect(days({}, '2026-12-17')[0]).toBe('2027-01-16')
})

test('a month without a 29th, 30th or 31st has no date; the last day of a month is -1', () => {
  const of = (n: number) => days({ recurrence: `FREQ=MONTHLY;BYMONTHDAY=${n}` }, '2027-01-01')
  expect(of(31).slice(0, 4)).toEqual(['2027-01-31', '2027-03-31', '2027-05-31', '2027-07-31'])
  expect(of(30).slice(0, 3)).toEqual(['2027-01-30', '2027-03-30', '2027-04-30'])
  expect(of(29).slice(0, 3)).toEqual(['2027-01-29', '2027-03-29', '2027-04-29'])
  expect(days({ recurrence: 'FREQ=MONTHLY;BYMONTHDAY=29' }, '2028-02-01')[0]).toBe('2028-02-29')
  expect(of(-1).slice(0, 3)).toEqual(['2027-01-31', '2027-02-28', '2027-03-31'])
})

test('every other week is counted from the day the rule began', () => {
  const recurrence = 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE'
  expect(days({ recurrence }, '2026-12-03', '2026-12-02').slice(0, 2)).toEqual([
    '2026-12-16',
    '2026-12-30',
  ])
  expect(days({ recurrence }, '2026-12-03', '2026-12-09').slice(0, 2)).toEqual([
    '2026-12-09',
    '2026-12-23',
  ])
})

test('a rule nobody understands, or that never comes, is no rule', () => {
  for (const recurrence of [
    'FREQ=MONTHLY;BYMONTHDAY=99',
    'FREQ=MONTHLY;BYMONTHDAY=16,99',
    'FREQ=MONTHLY;WHEN=16',
    'FREQ=HOURLY',
    'FREQ=SOMETIMES',
    'FREQ=MONTHLY;BYMONTHDAY=30;BYMONTH=2',
    'FREQ=MONTHLY;BYMONTHDAY=16;UNTIL=20261001',
  ])
    expect({
      recurrence,
      dates: datesOf({ ...the16th, recurrence }, '2026-11-21', '2026-11-21'),
    }).toEqual({
      recurrence,
      dates: null,
    })
  expect(days({ recurrence: 'FREQ=MONTHLY;BYMONTHDAY=16;UNTIL=20270116' })).toEqual([
    '2026-12-16',
    '2027-01-16',
  ])
})

test('exceptions: moved across a month, called off, and an extra date for 二月二', () => {
  const exceptions: HaircutRule['exceptions'] = [
    { kind: 'moved', day: '2026-12-16', to: '2027-01-05', because: '广场检修' },
    { kind: 'calledOff', day: '2027-02-16', because: '正月里不剃头' },
    { kind: 'extra', day: '2027-03-10', because: '二月二' },
  ]
  const dates = datesOf({ ...the16th, exceptions }, '2026-11-21', '2026-11-21')!
  expect(dates.slice(0, 5).map(({ day, usual, calledOff }) => [day, usual, calledOff])).toEqual([
    ['2027-01-05', '2026-12-16', false],
    ['2027-01-16', '2027-01-16', false],
    ['2027-02-16', '2027-02-16', true],
    ['2027-03-10', '2027-03-10', false],
    ['2027-03-16', '2027-03-16', false],
  ])
  expect(dates[0]?.because).toBe('广场检修')
  // Its usual day is over, and it is still to come.
  expect(days({ exceptions }, '2027-01-01')[0]).toBe('2027-01-05')
})

test('holidays: kept, put off to the next day that is none, or to the next workday', () => {
  const first = { recurrence: 'FREQ=MONTHLY;BYMONTHDAY=1' }
  const october = (holidays: HaircutRule['holidays']) =>
    datesOf({ ...the16th, ...first, holidays }, '2026-09-20', '2026-09-20')![0]
  expect(october('keep')).toMatchObject({ day: '2026-10-01', warnings: ['holiday'] })
  expect(october('nextDay')).toMatchObject({
    day: '2026-10-08',
    usual: '2026-10-01',
    because: '国庆节顺延',
    warnings: [],
  })
  // 2023-10-01 to 10-06 are off, and Saturday the 7th is worked for it: 调休.
  expect(days({ ...first, holidays: 'nextWorkday' }, '2023-09-20', '2023-09-20')[0]).toBe(
    '2023-10-07',
  )
  // 2026-02-16 is 除夕; the holiday ends on the 23rd, and the 24th is worked.
  expect(days({ holidays: 'nextDay' }, '2026-02-10', '2026-01-01')[0]).toBe('2026-02-24')
  expect(days({ holidays: 'nextWorkday' }, '2026-02-10', '2026-01-01')[0]).toBe('2026-02-24')
  // Saturday the 10th of October is worked in 2026: 调休.
  expect(
    on('2026-10-10', { recurrence: 'FREQ=MONTHLY;BYMONTHDAY=10' }, '2026-10-01')?.warnings,
  ).toEqual(['workingSaturday'])
})

test('a year the State Council has not announced has the holidays of the law', () => {
  const first = { recurrence: 'FREQ=MONTHLY;BYMONTHDAY=1', holidays: 'nextWorkday' as const }
  expect(days(first, '2031-01-01')[0]).toBe('2031-01-02')
  expect(days(first, '2031-10-01')[0]).toBe('2031-10-06')
  expect(
    on('2031-04-05', { recurrence: 'FREQ=MONTHLY;BYMONTHDAY=5' }, '2031-04-01')?.warnings,
  ).toEqual(['holiday'])
})

test('正月 is warned of, and every date says its day of the lunar calendar', () => {
  expect(on('2027-02-16')).toMatchObject({ lunar: '正月十一', warnings: ['firstLunarMonth'] })
  expect(on('2027-03-16')).toMatchObject({ lunar: '二月初九', warnings: [] })
  // 2025 has a sixth month and another: 闰六月.
  const first = { recurrence: 'FREQ=MONTHLY;BYMONTHDAY=1' }
  expect(on('2025-07-01', first, '2025-06-20')?.lunar).toBe('六月初七')
  expect(on('2025-08-01', first, '2025-07-20')?.lunar).toBe('闰六月初八')
})

test('exceptions name days the rule makes, and no two dates fall on one day', () => {
  const refusal = (exceptions: HaircutRule['exceptions']) =>
    exceptionRefusal({ ...the16th, exceptions }, '2026-11-21', '2026-11-21', [])
  const because = '下雨'
  expect(refusal([{ kind: 'calledOff', day: '2026-12-16', because }])).toBeNull()
  expect(refusal([{ kind: 'calledOff', day: '2026-12-17', because }])).toEqual({
    code: 'NoSuchDate',
    data: { day: '2026-12-17' },
  })
  expect(refusal([{ kind: 'moved', day: '2026-12-16', to: '2027-01-16', because }])?.code).toBe(
    'DateTaken',
  )
  expect(refusal([{ kind: 'extra', day: '2026-12-16', because }])?.code).toBe('DateTaken')
  expect(
    refusal([
      { kind: 'moved', day: '2026-12-16', to: '2026-12-18', because },
      { kind: 'extra', day: '2026-12-18', because },
    ])?.code,
  ).toBe('DateTaken')
  // Two sessions change places.
  expect(
    refusal([
      { kind: 'moved', day: '2026-12-16', to: '2027-01-16', because },
      { kind: 'moved', day: '2027-01-16', to: '2027-01-20', because },
    ]),
  ).toBeNull()
  // What is over is not looked at any more.
  expect(refusal([{ kind: 'calledOff', day: '2026-01-03', because }])).toBeNull()
})

test('nothing is moved to a day that is over; what was moved there before stays', () => {
  const because = '提前'
  const earlier = { kind: 'moved' as const, day: '2026-12-16', to: '2026-12-10', because }
  const refusal = (exceptions: HaircutRule['exceptions'], before: HaircutRule['exceptions']) =>
    exceptionRefusal({ ...the16th, exceptions }, '2026-11-21', '2026-12-12', before)
  expect(refusal([earlier], [])).toEqual({ code: 'InPast' })
  expect(refusal([earlier], [{ ...earlier, because: '别的' }])).toBeNull()
  expect(refusal([{ ...earlier, to: '2026-12-11' }], [earlier])).toEqual({ code: 'InPast' })
  expect(refusal([{ ...earlier, to: '2026-12-12' }], [])).toBeNull()
  expect(refusal([{ kind: 'extra', day: '2026-12-01', because }], [])).toEqual({ code: 'InPast' })
})

test('exceptions that do not fit a new recurrence are named, and without them it fits', () => {
  const because = '下雨'
  const kept = { kind: 'extra' as const, day: '2027-01-20', because }
  const stale: HaircutRule['exceptions'] = [
    { kind: 'calledOff', day: '2026-12-16', because },
    { kind: 'moved', day: '2027-02-16', to: '2027-02-18', because },
    { kind: 'extra', day: '2027-03-10', because },
  ]
  const rule = {
    ...the16th,
    recurrence: 'FREQ=MONTHLY;BYMONTHDAY=10',
    exceptions: [kept, ...stale],
  }
  expect(staleOf(rule, '2026-11-21', '2026-11-21')).toEqual(stale)
  expect(staleOf({ ...rule, exceptions: [kept] }, '2026-11-21', '2026-11-21')).toEqual([])
})

test('what was decided of a day is forgotten when nothing of it is to come', () => {
  const because = '下雨'
  const over: HaircutRule['exceptions'] = [
    { kind: 'extra', day: '2026-12-19', because },
    { kind: 'calledOff', day: '2026-11-16', because },
    { kind: 'moved', day: '2026-11-16', to: '2026-11-20', because },
  ]
  const stands: HaircutRule['exceptions'] = [
    { kind: 'moved', day: '2026-10-16', to: '2026-12-20', because },
    { kind: 'calledOff', day: '2026-12-16', because },
    { kind: 'extra', day: '2026-12-20', because },
  ]
  expect(standing([...over, ...stands], '2026-12-20')).toEqual(stands)
})
