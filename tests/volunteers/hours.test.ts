import fc from 'fast-check'
import {
  confirmedOf,
  correctRefusal,
  decideEntry,
  enterRefusal,
  isSecond,
  lastYear,
  monthsKept,
  sumOf,
  type Balance,
  type Proposal,
  type Verdict,
} from '@/domain/volunteers/hours'
import { netOf, pointsFor } from '@/domain/volunteers/points'
import { decideHours, type Shift } from '@/domain/volunteers/shifts'
import { instantOf } from '@/types/shared/day'
import { takeStep } from '../support/steps'

const today = '2026-11-21'
const at = instantOf(today, '10:00')

const empty = (): Balance => ({ rev: 0, total: 0, months: {}, open: {} })

test('thirteen months count, the oldest whole; before that nothing', () => {
  const months = { '2025-10': 60, '2025-11': 30, '2026-03': 15, '2026-11': 5 }
  expect(lastYear(months, today)).toBe(50)
  expect(monthsKept(months, today)).toEqual({ '2025-11': 30, '2026-03': 15, '2026-11': 5 })
  expect(lastYear(months, '2026-12-01')).toBe(20)
  expect(lastYear(months, '2027-12-01')).toBe(0)
})

test('hours are of a day that was, and not one’s own', () => {
  expect(enterRefusal(today, false, today)).toBeNull()
  expect(enterRefusal(today, true, today)?.code).toBe('NotYourself')
  expect(enterRefusal('2026-11-22', false, today)?.code).toBe('InFuture')
})

test('confirmed hours are corrected down to nothing, and up to what the shift allows', () => {
  const correcting = { minutes: -60, corrected: 60, most: 90 }
  expect(correctRefusal(correcting, false)).toBeNull()
  expect(correctRefusal(correcting, true)?.code).toBe('NotYourself')
  expect(correctRefusal({ ...correcting, minutes: 0 }, false)?.code).toBe('NoMinutes')
  expect(correctRefusal({ ...correcting, corrected: null }, false)?.code).toBe('NotConfirmed')
  expect(correctRefusal({ ...correcting, corrected: 59 }, false)?.code).toBe('BelowZero')
  expect(correctRefusal({ ...correcting, minutes: 30 }, false)).toBeNull()
  expect(correctRefusal({ ...correcting, minutes: 31 }, false)?.code).toBe('LongerThanShift')
  expect(correctRefusal({ ...correcting, minutes: 31, most: null }, false)).toBeNull()
})

test('the second person is neither who entered it nor whose it is, by any id of theirs', () => {
  const entry = { person: 'dl_pa', enteredBy: 'dl_pb' }
  expect(isSecond(['dl_pc'], entry)).toBe(true)
  expect(isSecond(['dl_pb'], entry)).toBe(false)
  expect(isSecond(['dl_pc', 'dl_pa'], entry)).toBe(false)
})

const entry = fc.record({
  day: fc.constantFrom('2025-09-30', '2025-11-02', '2026-02-28', '2026-11-01', '2026-11-21'),
  minutes: fc.integer({ min: 1, max: 240 }),
  /** The earlier entry it corrects, by less or more, if there is one of that number. */
  corrects: fc.option(fc.nat({ max: 11 })),
  less: fc.boolean(),
})
const act = fc.record({
  entry: fc.nat({ max: 11 }),
  verdict: fc.constantFrom('confirmed' as const, 'refused' as const),
  /** Decided first from what was read that many changes ago. */
  stale: fc.nat({ max: 2 }),
  sweep: fc.boolean(),
})
type Entering = typeof entry extends fc.Arbitrary<infer E> ? E : never
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never
type Entry = Proposal & { corrects: string | null }

const perHour = 10

/** Entries as they wait; a correction has the day of the one it corrects, and corrects no correction. */
const waiting = (entries: readonly Entering[]): Entry[] => {
  const all: Entry[] = []
  for (const [i, { day, minutes, corrects, less }] of entries.entries()) {
    const first = corrects === null ? undefined : all[corrects]
    const corrected = first?.corrects === null ? first : null
    all.push({
      id: `dl_ve${i}`,
      day: corrected?.day ?? day,
      minutes: corrected && less ? -minutes : minutes,
      corrects: corrected?.id ?? null,
      state: 'proposed',
      decidedBy: null,
    })
  }
  return all
}

/**
 * Plays taps against one balance as the database would take them: from what was read some changes ago, and again from
 * what stands, with sweeps in between that copy what is open and take it out. With `twice`, each tap comes once more
 * after the sweep, under its own key.
 */
const play = (entries: readonly Entering[], acts: readonly Act[], { twice = false } = {}) => {
  const proposals = waiting(entries)
  const ledger = new Map<string, { day: string; minutes: number; points: number }>()
  const balance = { ...empty(), owes: false }
  const read = [{ balance: copy(balance), proposals: copy(proposals) }]
  const sweep = () => {
    for (const [id, { verdict, minutes, points = 0, day, key }] of Object.entries(balance.open)) {
      const proposal = proposals.find((one) => one.id === id)!
      if (verdict === 'confirmed') ledger.set(id, { day, minutes, points })
      proposal.state = verdict
      proposal.decidedBy = key
    }
    balance.open = {}
    balance.rev += 1
  }
  const ofFirst = (all: readonly Entry[], first: string) =>
    all.filter(({ id, corrects }) => id === first || corrects === first)
  const decide = (key: string, { entry: n, verdict }: Act, known: (typeof read)[number]) => {
    const proposal = known.proposals[n % known.proposals.length]!
    const said = { verdict, by: 'dl_pz', because: null, key, at }
    const corrected =
      proposal.corrects === null
        ? 0
        : confirmedOf(known.balance, ofFirst(known.proposals, proposal.corrects))
    const decision = decideEntry(known.balance, proposal, said, perHour, corrected)
    return {
      outcome: decision.outcome,
      taken: decision.outcome === 'decide' && takeStep(balance, copy(decision.step)),
    }
  }
  const now = () => ({ balance: copy(balance), proposals: copy(proposals) })
  for (const [i, one] of acts.entries()) {
    const stale = decide(`key-${i}`, one, read[Math.max(0, read.length - 1 - one.stale)]!)
    const taken = stale.taken || decide(`key-${i}`, one, now()).taken
    if (one.sweep) sweep()
    if (twice) {
      const again = decide(`key-${i}`, one, now())
      expect(again.taken).toBe(false)
      if (taken) expect(again.outcome).toBe('same')
    }
    read.push(now())
    const open = Object.values(balance.open).map(({ day, minutes }) => ({ day, minutes }))
    const all = sumOf([...ledger.values(), ...open])
    expect(balance.total).toBe(all.total)
    expect(monthsKept(balance.months, today)).toEqual(monthsKept(all.months, today))
    for (const first of proposals.filter(({ corrects }) => corrects === null))
      expect(confirmedOf(balance, ofFirst(proposals, first.id))).toBeGreaterThanOrEqual(0)
    expect(balance.total).toBeGreaterThanOrEqual(0)
    for (const minutes of Object.values(monthsKept(balance.months, today)))
      expect(minutes).toBeGreaterThan(0)
  }
  sweep()
  return { balance, ledger, proposals, ofFirst }
}

/** A copy made of this realm's own objects: those of `structuredClone` are none to mingo. */
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

const scenario = fc.tuple(
  fc.array(entry, { minLength: 1, maxLength: 12 }),
  fc.array(act, { maxLength: 40 }),
)

test('the ledger: entries add up to the balance, never below zero, none counts twice', () => {
  fc.assert(fc.property(scenario, ([entries, acts]) => void play(entries, acts)))
})

test('each tap sent twice comes to the same, and the ledger alone gives the balance again', () => {
  fc.assert(
    fc.property(scenario, ([entries, acts]) => {
      const { balance, ledger } = play(entries, acts)
      const { rev: _, ...once } = balance
      const twice = play(entries, acts, { twice: true })
      expect(twice.balance).toMatchObject(once)
      expect([...twice.ledger]).toEqual([...ledger])
      const lines = [...ledger.values()]
      const { total, months } = sumOf(lines)
      expect({ total, months: monthsKept(months, today) }).toEqual({
        total: balance.total,
        months: monthsKept(balance.months, today),
      })
      const points = lines.reduce((sum, line) => sum + line.points, 0)
      expect(netOf(balance)).toBe(points)
    }),
    { numRuns: 60 },
  )
})

test('an entry and its corrections give the points of what they come to, however they were cut', () => {
  fc.assert(
    fc.property(scenario, ([entries, acts]) => {
      const { balance, proposals, ofFirst } = play(entries, acts)
      const sums = proposals
        .filter(({ corrects }) => corrects === null)
        .map(({ id }) => pointsFor(confirmedOf(balance, ofFirst(proposals, id)), perHour))
      expect(netOf(balance)).toBe(sums.reduce((all, one) => all + one, 0))
    }),
    { numRuns: 60 },
  )
})

test('a correction takes no more than the month holds, and says how much that is', () => {
  const balance = { ...empty(), total: 90, months: { '2026-10': 60, '2026-11': 30 } }
  const correction: Proposal = {
    id: 'dl_ve1',
    day: '2026-11-01',
    minutes: -31,
    state: 'proposed',
    decidedBy: null,
  }
  const said = { by: 'dl_pz', because: null, key: 'key', at }
  const decided = (minutes: number, corrected: number, verdict: Verdict['verdict'] = 'confirmed') =>
    decideEntry(balance, { ...correction, minutes }, { ...said, verdict }, 10, corrected)
  expect(decided(-31, 60)).toMatchObject({ refusal: { code: 'BelowZero', data: { minutes: 30 } } })
  expect(decided(-30, 60).outcome).toBe('decide')
  // Nor more than the hours it corrects.
  expect(decided(-30, 20)).toMatchObject({ refusal: { code: 'BelowZero', data: { minutes: 20 } } })
  expect(decided(-31, 20, 'refused').outcome).toBe('decide')
})

test('of two who enter the hours of a shift from what both read, the second has to read again', () => {
  const claim = { key: 'came', name: '老陈', by: null, at, owed: false }
  const shift: Shift = {
    rev: 1,
    seq: 3,
    state: 'open',
    startsAt: at - 4 * 3_600_000,
    endsAt: at,
    needed: 1,
    left: 0,
    claims: { dl_pchen: claim },
    gone: {},
    people: ['dl_pchen'],
    leader: null,
    approveSwaps: false,
    swapUntil: 0,
    swapNews: {},
  }
  const read = copy(shift)
  const enters = (known: Shift, entry: string) =>
    decideHours(known, {
      person: 'dl_pchen',
      entry,
      minutes: 240,
      by: 'dl_pqian',
      owed: { person: 'dl_pchen', what: '帮厨', at },
    })
  const [one, other] = [enters(read, 'dl_ve1'), enters(read, 'dl_ve2')]
  if (one.outcome !== 'step' || other.outcome !== 'step') throw new Error('both read the same')
  expect(takeStep(shift, copy(one.step))).toBe(true)
  expect(takeStep(shift, copy(other.step))).toBe(false)
  expect(enters(copy(shift), 'dl_ve2')).toMatchObject({ refusal: { code: 'AlreadyEntered' } })
  expect(enters(copy(shift), 'dl_ve1').outcome).toBe('same')
})
