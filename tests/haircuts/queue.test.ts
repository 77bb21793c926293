import fc from 'fast-check'
import {
  capacityOf,
  leftBySlot,
  placesBySlot,
  slotTimes,
  walkInsOf,
} from '@/domain/haircuts/capacity'
import { lineUp, nextOf, type Waiting } from '@/domain/haircuts/queue'
import { orderWrongs } from './orderRule'

const minute = 60_000

const terms = {
  minutesPerCut: 12,
  slotMinutes: 30,
  planned: 40,
  walkInPercent: 30,
  priorityAge: 80,
}

test('capacity: whole cuts of each barber; what was planned until one is known', () => {
  expect(capacityOf(terms, null)).toBe(40)
  expect(capacityOf(terms, [])).toBe(0)
  expect(capacityOf(terms, [180, 180])).toBe(30)
  // 175 minutes are 14 cuts and seven minutes: the rests of two barbers are no cut together.
  expect(capacityOf(terms, [175, 175])).toBe(28)
  expect([walkInsOf(40, 30), walkInsOf(11, 30), walkInsOf(10, 0)]).toEqual([12, 4, 0])
})

test('places by slot add up exactly, whatever the lengths, also when more are booked than fit', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 10, max: 600 }),
      fc.integer({ min: 10, max: 120 }),
      fc.integer({ min: 0, max: 400 }),
      fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 60 }),
      (length, slotMinutes, places, bookings) => {
        const slots = slotTimes(0, length * minute, slotMinutes)
        const by = placesBySlot(slots, places)
        expect(by.every((n) => Number.isInteger(n) && n >= 0)).toBe(true)
        expect(by.reduce((a, b) => a + b, 0)).toBe(places)
        const booked = by.map((_, i) => bookings[i] ?? 0)
        const left = leftBySlot(by, booked)
        expect(left.every((n) => n >= 0)).toBe(true)
        const sum = booked.reduce((a, b) => a + b, 0)
        expect(left.reduce((a, b) => a + b, 0)).toBe(Math.max(0, places - sum))
      },
    ),
  )
})

const waiting = (
  who: string,
  number: number,
  due: number,
  priority = false,
  here = true,
): Waiting => ({
  who,
  number,
  due: due * minute,
  priority,
  passed: 0,
  here,
})

test('who is due first is called first, then the lower number; 80 and over go ahead of those who are due', () => {
  const line = [
    waiting('late', 1, 60),
    waiting('b', 3, 0),
    waiting('a', 2, 0),
    waiting('elder', 9, 5, true),
    waiting('elder not due', 4, 30, true),
  ]
  expect(nextOf(line, 10 * minute)).toEqual({ who: 'elder', passed: ['a', 'b'] })
  expect(lineUp(line, 10 * minute)).toEqual(['elder', 'a', 'b', 'elder not due', 'late'])
})

test('an 81-year-old walk-in is cut second: behind whoever is on the chair, before all who wait', () => {
  const booked = [1, 2, 3, 4].map((number) => waiting(`n${number}`, number, 0))
  const first = nextOf(booked, 0)!
  expect(first.who).toBe('n1')
  const rest = [...booked.filter(({ who }) => who !== 'n1'), waiting('walk-in', 41, 1, true)]
  expect(nextOf(rest, minute)?.who).toBe('walk-in')
})

test('before anybody is due, who came early is called; nobody who is still at home', () => {
  expect(nextOf([waiting('home', 1, 30, false, false)], 0)).toBeNull()
  expect(nextOf([waiting('home', 1, 30, false, false), waiting('early', 2, 60)], 0)?.who).toBe(
    'early',
  )
})

test('before anybody is due, of those who are here early an elder goes ahead too, and it is counted', () => {
  // Half past eight is the first slot; at a quarter past, three have come.
  const early = [
    waiting('early', 1, 30),
    waiting('elder', 9, 90, true),
    waiting('elder at home', 2, 30, true, false),
  ]
  expect(nextOf(early, 15 * minute)).toEqual({ who: 'elder', passed: ['early'] })
  // As soon as somebody is due, who is due comes first.
  expect(nextOf(early, 30 * minute)?.who).toBe('elder at home')
  expect(lineUp(early, 15 * minute)).toEqual(['elder', 'early', 'elder at home'])
})

const lines = fc.array(
  fc.record({
    due: fc.integer({ min: 0, max: 10 }),
    priority: fc.boolean(),
    here: fc.boolean(),
    passed: fc.integer({ min: 0, max: 3 }),
  }),
  { maxLength: 40 },
)

/** Calls everybody of a line at a moment by a rule; what is wrong with any call. */
const wrongsOf = (
  rule: typeof nextOf,
  people: { due: number; priority: boolean; here: boolean; passed: number }[],
  at: number,
): string[] => {
  const found: string[] = []
  let line = people.map(({ due, priority, here, passed }, i) => ({
    ...waiting(`p${i}`, i + 1, due, priority, here),
    passed,
  }))
  for (let call = rule(line, at); call; call = rule(line, at)) {
    const { who, passed } = call
    found.push(...orderWrongs(line, call, at))
    line = line
      .filter((one) => one.who !== who)
      .map((one) => (passed.includes(one.who) ? { ...one, passed: one.passed + 1 } : one))
  }
  const left = line.filter(({ due, here }) => due * minute <= at || here)
  return left.length > 0 ? [...found, 'somebody was never called'] : found
}

const moment = fc.integer({ min: 0, max: 12 })

test('every call keeps the order rule: due time, number, elders ahead, nobody passed more than three times', () => {
  fc.assert(
    fc.property(lines, moment, (people, at) => {
      expect(wrongsOf(nextOf, people, at * minute)).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test('rules that ignore age, the limit, or who is due do not pass', () => {
  const allowing =
    (change: (one: Waiting) => Waiting): typeof nextOf =>
    (line, at) =>
      nextOf(line.map(change), at)
  const wrong = {
    'ignores age': allowing((one) => ({ ...one, priority: false })),
    'ignores the limit': allowing((one) => ({ ...one, passed: 0 })),
    'ignores who is due': allowing((one) => ({ ...one, due: 0 })),
    'ignores who came first': allowing((one) => ({ ...one, number: -one.number })),
  }
  for (const [name, rule] of Object.entries(wrong)) {
    const outcome = fc.check(
      fc.property(lines, moment, (people, at) => wrongsOf(rule, people, at * minute).length === 0),
      { numRuns: 500 },
    )
    expect({ name, failed: outcome.failed }).toEqual({ name, failed: true })
  }
})

test('the line is shown in the order in which it is called', () => {
  fc.assert(
    fc.property(lines, moment, (people, at) => {
      let line = people.map(({ due, priority, here, passed }, i) => ({
        ...waiting(`p${i}`, i + 1, due, priority, here),
        passed,
      }))
      const shown = lineUp(line, at * minute)
      expect([...shown].sort()).toEqual(line.map(({ who }) => who).sort())
      for (const who of shown) {
        const call = nextOf(line, at * minute)
        if (!call) break
        expect(call.who).toBe(who)
        line = line
          .filter((one) => one.who !== who)
          .map((one) => (call.passed.includes(one.who) ? { ...one, passed: one.passed + 1 } : one))
      }
    }),
  )
})
