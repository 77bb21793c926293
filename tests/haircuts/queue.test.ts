import fc from 'fast-check'
import {
  capacityOf,
  leftBySlot,
  placesBySlot,
  slotTimes,
  walkInsOf,
} from '@/domain/haircuts/capacity'
import { lineUp, mostPassed, nextOf, type Waiting } from '@/domain/haircuts/queue'

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

test('nobody is passed more than three times, and nobody is passed by somebody of their own kind', () => {
  const person = fc.record({
    due: fc.integer({ min: 0, max: 10 }),
    priority: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(person, { maxLength: 40 }), (people) => {
      const passed = new Map<string, number>()
      const order: Waiting[] = []
      let line = people.map(({ due, priority }, i) => waiting(`p${i}`, i + 1, due, priority))
      for (let call = nextOf(line, 20 * minute); call; call = nextOf(line, 20 * minute)) {
        const { who, passed: ones } = call
        for (const one of ones) passed.set(one, (passed.get(one) ?? 0) + 1)
        order.push(line.find((one) => one.who === who)!)
        line = line
          .filter((one) => one.who !== who)
          .map((one) => (ones.includes(one.who) ? { ...one, passed: one.passed + 1 } : one))
      }
      expect(order).toHaveLength(people.length)
      expect(Math.max(0, ...passed.values())).toBeLessThanOrEqual(mostPassed)
      const sorted = (all: Waiting[]) =>
        [...all].sort((a, b) => a.due - b.due || a.number - b.number).map(({ who }) => who)
      for (const kind of [true, false]) {
        const ofKind = order.filter(({ priority }) => priority === kind)
        expect(ofKind.map(({ who }) => who)).toEqual(sorted(ofKind))
      }
      expect(order.map(({ who }) => who)).toEqual(
        lineUp(
          people.map(({ due, priority }, i) => waiting(`p${i}`, i + 1, due, priority)),
          20 * minute,
        ),
      )
    }),
  )
})
