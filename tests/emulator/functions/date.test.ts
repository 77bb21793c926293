import { shiftedDate } from '@/emulator/functions/date'

const hour = 3_600_000
const Machine = Date
afterEach(() => {
  Machine.prototype.constructor = Machine
})

test('the present is shifted, in all three ways to ask for it', () => {
  let shift = 0
  const Shifted = shiftedDate(() => shift)
  shift = 5 * hour
  const real = Machine.now()
  for (const at of [Shifted.now(), new Shifted().getTime(), Machine.parse(Shifted())]) {
    expect(at).toBeGreaterThanOrEqual(real + 5 * hour - 1000)
    expect(at).toBeLessThan(real + 5 * hour + 60_000)
  }
})

test('a given moment is not shifted', () => {
  const Shifted = shiftedDate(() => hour)
  expect(new Shifted(5).getTime()).toBe(5)
  expect(new Shifted('2026-11-16T00:00:00Z').getTime()).toBe(Machine.UTC(2026, 10, 16))
  expect(Shifted.UTC(2026, 10, 16)).toBe(Machine.UTC(2026, 10, 16))
  expect(Shifted.parse('2026-11-16')).toBe(Machine.parse('2026-11-16'))
})

test('it is still a Date: instanceof, constructor, subclasses', () => {
  const Shifted = shiftedDate(() => hour)
  const date = new Shifted()
  expect(date).toBeInstanceOf(Machine)
  expect(new Machine(0)).toBeInstanceOf(Shifted)
  expect(date.constructor).toBe(Shifted)
  class Day extends Shifted {
    twice() {
      return this.getTime() * 2
    }
  }
  expect(new Day(21).twice()).toBe(42)
})
