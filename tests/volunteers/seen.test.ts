import fc from 'fast-check'
import type { Scanned } from '@/domain/shared/rotatingCode'
import {
  areSettled,
  attended,
  codeAt,
  codeOf,
  decideClose,
  decideSeen,
  doorsOf,
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

const about = { person: 'dl_pchen', now: 'dl_pchen', entry: 'dl_ve1', what: '帮厨', decided: false }

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
      let proposed = false
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

        const { seen: so, hours } = document.claims.dl_pchen!
        if (!so) continue
        expect(so.sightings.length).toBeLessThanOrEqual(16)
        const there = attended(document, so, now)
        const { opensAt, closesAt } = doorsOf(document, true)
        expect(there.in).toBeGreaterThanOrEqual(opensAt)
        expect(there.in).toBeLessThanOrEqual(closesAt)
        if (there.out !== null) expect(there.out).toBeGreaterThanOrEqual(there.in)
        if (there.out !== null) expect(there.out).toBeLessThanOrEqual(closesAt)
        expect(there.minutes).toBeLessThanOrEqual(mostMinutes(document))
        if (there.flags.includes('closedByRule')) expect(there.minutes).toBeLessThanOrEqual(120)
        if (proposed) expect(hours).toBeDefined()
        if (hours) expect(now).toBeGreaterThanOrEqual(ends)
        proposed = hours !== undefined
      }
      now = Math.max(now, ends + 61 * minute)
      const last = decideClose(copy(document), { ...about, at: now })
      if (last) takeStep(document, copy(last))
      expect(areSettled(document, now)).toBe(true)
      const { seen, hours } = document.claims.dl_pchen!
      if (hours) expect(hours.minutes).toBe(attended(document, seen!, now).minutes)
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

/** A scan the server saw at once, or one that was kept on the phone and arrives so many minutes later. */
const scanOf = fc.record({
  leaving: fc.boolean(),
  /** Minutes since the beginning. */
  seen: fc.integer({ min: -50, max: 175 }),
  kept: fc.boolean(),
  by: fc.constantFrom(null, 'dl_plead'),
})

test('whichever order scans, the close by rule and late scans come in: the same minutes and the same flags', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(scanOf, { maxLength: 18, selector: ({ seen }) => seen }).chain((scans) =>
        fc.tuple(
          fc.constant(scans.map((scan, i) => ({ ...scan, key: `key${i}` }))),
          // Two orders in which those that were kept arrive, and when the close comes between them.
          fc.shuffledSubarray(
            scans.map((_, i) => i),
            { minLength: scans.length },
          ),
          fc.shuffledSubarray(
            scans.map((_, i) => i),
            { minLength: scans.length },
          ),
          fc.tuple(fc.nat({ max: 20 }), fc.nat({ max: 20 })),
        ),
      ),
      ([scans, one, other, closes]) => {
        const inTime = [...scans].sort((a, b) => a.seen - b.seen)
        const first = inTime.find(({ leaving }) => !leaving)
        const isKept = (scan: (typeof scans)[number]) =>
          // Who goes has come first, where the server saw it at once.
          scan.kept || (scan.leaving && !(first && !first.kept && first.seen < scan.seen))
        const play = (order: readonly number[], close: number) => {
          const document = shift()
          const see = ({ key, leaving, seen, by }: (typeof scans)[number], at: number) => {
            const seenAt = begins + seen * minute
            const state = seenAt === at ? 'present' : 'toConfirm'
            const decision = decideSeen(copy(document), {
              ...about,
              ...{ key, leaving, by, seenAt, at, scan: { state } },
            })
            if (decision.outcome !== 'step') throw new Error('each counts')
            expect(takeStep(document, copy(decision.step))).toBe(true)
          }
          const closeAt = (at: number) => {
            const step = decideClose(copy(document), { ...about, at })
            if (step) takeStep(document, copy(step))
          }
          for (const scan of inTime.filter((scan) => !isKept(scan)))
            see(scan, begins + scan.seen * minute)
          const late = order.map((i) => scans[i]!).filter(isKept)
          for (const [i, scan] of late.entries()) {
            if (i === close) closeAt(ends + (70 + i) * minute)
            see(scan, ends + (75 + i) * minute)
          }
          const at = ends + 300 * minute
          closeAt(at)
          const { seen, hours } = document.claims.dl_pchen!
          return { hours: hours?.minutes ?? 0, there: seen ? attended(document, seen, at) : null }
        }
        const [played, again] = [play(one, closes[0]), play(other, closes[1])]
        expect(again).toEqual(played)
        if (played.there) expect(played.hours).toBe(played.there.minutes)
      },
    ),
    { numRuns: 80 },
  )
})

describe('what sightings come to', () => {
  const come = (...times: [at: number, leaving: boolean][]) =>
    attended(
      shift(),
      {
        sightings: times.map(([at, leaving], i) => ({
          ...{ key: `key${i}`, at: begins + at * minute, leaving, flag: null, by: null },
        })),
      },
      ends + 300 * minute,
    )
  const [comes, goes] = [false, true]

  test.each([
    [
      'away for long is not counted, and looked at',
      [
        [0, comes],
        [5, goes],
        [115, comes],
        [120, goes],
      ],
      10,
      ['cameAgain'],
    ],
    [
      'a short break is none',
      [
        [0, comes],
        [60, goes],
        [75, comes],
        [120, goes],
      ],
      120,
      [],
    ],
    [
      'a minute more is one',
      [
        [0, comes],
        [60, goes],
        [76, comes],
        [120, goes],
      ],
      104,
      ['cameAgain'],
    ],
    [
      'of two times they went the later counts, and is looked at',
      [
        [0, comes],
        [5, goes],
        [120, goes],
      ],
      120,
      ['cameAgain'],
    ],
    [
      'who goes and did not come was there for nobody knows how long',
      [[120, goes]],
      0,
      ['cameUnknown'],
    ],
    [
      'who never says that they go, after being away',
      [
        [-30, comes],
        [30, goes],
        [60, comes],
      ],
      90,
      ['cameAgain', 'closedByRule'],
    ],
  ] as [string, [number, boolean][], number, string[]][])('%s', (_, times, minutes, flags) => {
    expect(come(...times)).toMatchObject({ minutes, flags })
  })
})

test('what a second person decided, or somebody entered, no scan changes any more', () => {
  const document = shift()
  const put = (scan: object) =>
    decideSeen(document, {
      ...about,
      ...{ key: 'a', leaving: false, scan: { state: 'toConfirm' }, by: null },
      ...{ seenAt: begins, at: ends + 90 * minute, ...scan },
    })
  const came = put({})
  if (came.outcome !== 'step') throw new Error('they came')
  takeStep(document, copy(came.step))
  expect(document.claims.dl_pchen!.hours).toMatchObject({ minutes: 120 })
  const late = { key: 'b', leaving: true, seenAt: begins + 30 * minute }
  expect(put(late)).toMatchObject({ outcome: 'step' })
  expect(put({ ...late, decided: true })).toMatchObject({ refusal: { code: 'AlreadyClosed' } })
  const byHand = { entry: 'dl_ve2', minutes: 60, by: 'dl_pstaff', owed: null }
  document.claims = { dl_pchen: { ...document.claims.dl_pchen!, hours: byHand } }
  expect(put(late)).toMatchObject({ refusal: { code: 'AlreadyClosed' } })
})
