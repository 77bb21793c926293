/**
 * A `Date` that runs `shift()` milliseconds ahead of the machine, for everything that asks it for the present:
 * `new Date()`, `Date()` and `Date.now()`. Values, `instanceof`, parsing and subclasses stay as they are.
 */
export function shiftedDate(shift: () => number): DateConstructor {
  const Machine = Date
  const now = () => Machine.now() + shift()
  function Shifted(this: unknown, ...parts: unknown[]): unknown {
    if (new.target === undefined) return new Machine(now()).toString()
    return Reflect.construct(Machine, parts.length === 0 ? [now()] : parts, new.target)
  }
  Shifted.prototype = Machine.prototype
  Object.defineProperties(Shifted, {
    name: { value: 'Date' },
    length: { value: 7 },
    now: { value: now, writable: true, configurable: true },
    parse: { value: Machine.parse, writable: true, configurable: true },
    UTC: { value: Machine.UTC, writable: true, configurable: true },
  })
  Machine.prototype.constructor = Shifted
  return Shifted as unknown as DateConstructor
}
