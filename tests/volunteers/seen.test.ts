import fc from 'fast-check'
import type { Scanned } from '@/domain/shared/rotatingCode'
import {
  areSettled,
  codeAt,
  codeOf,
  decideClose,
  decideSeen,
  doorsOf,
  minutesThere,
  textOf,
} from '@/domain/volunteers/attendance'
import { mostMinutes, type Shift } from '@/domain/volunteers/shifts'
import { takeStep } from '../support/steps'

const minute = 60_000
const begins = Date.parse('2026-11-21T09:00:00+08:00')
const ends = begins + 120 * minute

const shift = (): Shift & { attending: boolean; owes: boolean } => ({
  rev: 1,
  seq: 1,
  state: 'open',
  startsAt: begins,
  endsAt: ends,
  needed: 1,
  left: 0,
  claims: { dl_pchen: { key: 'came', name: '老陈', by: null, at: begins - 1, owed: false } },
  gone: {},
  people: ['dl_pchen'],
  leader: null,
  approveSwaps: false,
  swapUntil: 0,
  swapNews: {},
  attending: false,
  owes: false,
})
/** A copy made of this realm's own objects: those of `structuredClone` are none to mingo. */
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

const about = { person: 'dl_pchen', now: 'dl_pchen', entry: 'dl_ve1', what: '帮厨' }

test('the code says what it was made of, and reads nothing else', () => {
  const code = codeAt('dl_vs-abc', begins)
  expect(codeOf(textOf(code))).toEqual(code)
  for (const text of ['', 'dl_vs', 'dl_vs-x', '-5']) expect(codeOf(text)).toBeNull()
})

const scanned = fc.constantFrom<Scanned>(
  { state: 'present' },
  { state: 'toConfirm' },
  { state: 'flagged' },
  { refused: 'NotNow' },
)
const tap = fc.record({
  leaving: fc.boolean(),
  scan: scanned,
  /** Minutes since the beginning at which it counts, and how much later it arrives. */
  seen: fc.integer({ min: -90, max: 240 }),
  late: fc.constantFrom(0, 0, 0, 30, 400),
  again: fc.boolean(),
  stale: fc.nat({ max: 2 }),
  close: fc.boolean(),
})

test('however people come, go, forget it and send late: hours once, and never longer than can be', () => {
  fc.assert(
    fc.property(fc.array(tap, { maxLength: 25 }), (taps) => {
      const document = shift()
      const read = [copy(document)]
      const known = (rounds: number) => read[Math.max(0, read.length - 1 - rounds)]!
      let proposed: number | undefined
      let now = begins - 90 * minute
      for (const [i, { leaving, scan, seen, late, again, stale, close }] of taps.entries()) {
        now = Math.max(now, begins + (seen + late) * minute)
        const key = again && i > 0 ? `key${i - 1}` : `key${i}`
        const seenAt = Math.min(begins + seen * minute, now)
        const decision = decideSeen(known(stale), {
          ...about,
          ...{ key, leaving, scan, seenAt, at: now, by: null },
        })
        if (decision.outcome === 'step') takeStep(document, copy(decision.step))
        const step = close ? decideClose(known(stale), { ...about, at: now }) : null
        if (step) takeStep(document, copy(step))
        read.push(copy(document))

        const { seen: there, hours } = document.claims.dl_pchen!
        if (there) {
          const { opensAt, closesAt } = doorsOf(document, true)
          expect(there.in).toBeGreaterThanOrEqual(opensAt)
          expect(there.in).toBeLessThanOrEqual(ends)
          if (there.out !== null) expect(there.out).toBeGreaterThanOrEqual(there.in)
          if (there.out !== null) expect(there.out).toBeLessThanOrEqual(closesAt)
        }
        if (proposed !== undefined) expect(hours?.minutes).toBe(proposed)
        if (hours) {
          expect(now).toBeGreaterThanOrEqual(ends)
          expect(hours.minutes).toBe(minutesThere(document, there!))
          expect(hours.minutes).toBeGreaterThan(0)
          expect(hours.minutes).toBeLessThanOrEqual(mostMinutes(document))
          if (there!.flags.includes('closedByRule')) expect(hours.minutes).toBeLessThanOrEqual(120)
        }
        proposed = hours?.minutes
      }
      now = Math.max(now, ends + 61 * minute)
      const last = decideClose(copy(document), { ...about, at: now })
      if (last) takeStep(document, copy(last))
      expect(areSettled(document)).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('of two that read the same, such as a check-out and the automatic close, the second has to read again', () => {
  const document = shift()
  const come = decideSeen(copy(document), {
    ...about,
    ...{
      key: 'in',
      leaving: false,
      scan: { state: 'present' },
      seenAt: begins,
      at: begins,
      by: null,
    },
  })
  if (come.outcome !== 'step') throw new Error('they came')
  takeStep(document, copy(come.step))
  const at = ends + 60 * minute
  const read = copy(document)
  const close = decideClose(read, { ...about, at })!
  const leave = decideSeen(read, {
    ...about,
    ...{ key: 'out', leaving: true, scan: { state: 'toConfirm' }, seenAt: ends, at, by: null },
  })
  if (leave.outcome !== 'step') throw new Error('they go')
  for (const [first, second] of [
    [close, leave.step],
    [leave.step, close],
  ] as const) {
    const one = copy(document)
    expect(takeStep(one, copy(first))).toBe(true)
    expect(takeStep(one, copy(second))).toBe(false)
  }
  const during = (key: string, minutes: number) => {
    const now = begins + minutes * minute
    const decision = decideSeen(read, {
      ...about,
      ...{ key, leaving: true, scan: { state: 'present' }, seenAt: now, at: now, by: null },
    })
    if (decision.outcome !== 'step') throw new Error('they go')
    return decision.step
  }
  expect(takeStep(document, copy(during('later', 60)))).toBe(true)
  expect(takeStep(document, copy(during('earlier', 30)))).toBe(false)
})
