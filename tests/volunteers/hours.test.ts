import fc from 'fast-check'
import {
  decideEntry,
  enterRefusal,
  isSecond,
  lastYear,
  monthsKept,
  sumOf,
  type Balance,
  type Proposal,
} from '@/domain/volunteers/hours'
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

test('hours are of a day that was, not nothing, and not one’s own', () => {
  const entry = { day: today, minutes: 60 }
  expect(enterRefusal(entry, false, today)).toBeNull()
  expect(enterRefusal(entry, true, today)?.code).toBe('NotYourself')
  expect(enterRefusal({ ...entry, minutes: 0 }, false, today)?.code).toBe('NoMinutes')
  expect(enterRefusal({ ...entry, day: '2026-11-22' }, false, today)?.code).toBe('InFuture')
})

test('the second person is neither who entered it nor whose it is, by any id of theirs', () => {
  const entry = { person: 'dl_pa', enteredBy: 'dl_pb' }
  expect(isSecond(['dl_pc'], entry)).toBe(true)
  expect(isSecond(['dl_pb'], entry)).toBe(false)
  expect(isSecond(['dl_pc', 'dl_pa'], entry)).toBe(false)
})

const entry = fc.record({
  day: fc.constantFrom('2025-09-30', '2025-11-02', '2026-02-28', '2026-11-01', '2026-11-21'),
  minutes: fc.integer({ min: -120, max: 240 }).filter((minutes) => minutes !== 0),
})
const act = fc.record({
  entry: fc.nat({ max: 11 }),
  verdict: fc.constantFrom('confirmed' as const, 'refused' as const),
  /** Decided from what was read that many changes ago. */
  stale: fc.nat({ max: 2 }),
  sweep: fc.boolean(),
})

/**
 * Plays taps against one balance as the database would take them: late and twice, with a sweep in between that copies
 * what is open and takes it out.
 */
const play = (
  entries: { day: string; minutes: number }[],
  acts: { entry: number; verdict: 'confirmed' | 'refused'; stale: number; sweep: boolean }[],
) => {
  const proposals: Proposal[] = entries.map((one, i) => ({
    id: `dl_ve${i}`,
    ...one,
    state: 'proposed',
    decidedBy: null,
  }))
  const ledger = new Map<string, { day: string; minutes: number }>()
  const balance = { ...empty(), owes: false }
  const read = [{ balance: copy(balance), proposals: copy(proposals) }]
  const sweep = () => {
    for (const [id, { verdict, minutes, day, key }] of Object.entries(balance.open)) {
      const proposal = proposals.find((one) => one.id === id)!
      if (verdict === 'confirmed') ledger.set(id, { day, minutes })
      proposal.state = verdict
      proposal.decidedBy = key
    }
    balance.open = {}
    balance.rev += 1
  }
  for (const [i, { entry: n, verdict, stale, sweep: sweeps }] of acts.entries()) {
    const known = read[Math.max(0, read.length - 1 - stale)]!
    const proposal = known.proposals[n % proposals.length]!
    const said = { verdict, by: 'dl_pz', because: null, key: `key-${i}`, at }
    const decision = decideEntry(known.balance, proposal, said, 10)
    if (decision.outcome === 'decide') takeStep(balance, copy(decision.step))
    if (sweeps) sweep()
    read.push({ balance: copy(balance), proposals: copy(proposals) })
    const open = Object.values(balance.open).map(({ day, minutes }) => ({ day, minutes }))
    const all = sumOf([...ledger.values(), ...open])
    expect(balance.total).toBe(all.total)
    expect(monthsKept(balance.months, today)).toEqual(monthsKept(all.months, today))
    expect(balance.total).toBeGreaterThanOrEqual(0)
    for (const minutes of Object.values(monthsKept(balance.months, today)))
      expect(minutes).toBeGreaterThan(0)
  }
  sweep()
  return { balance, ledger: [...ledger] }
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

test('the same taps played again come to the same', () => {
  fc.assert(
    fc.property(scenario, ([entries, acts]) => {
      expect(play(entries, acts)).toEqual(play(entries, acts))
    }),
    { numRuns: 30 },
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
  const said = { verdict: 'confirmed' as const, by: 'dl_pz', because: null, key: 'key', at }
  expect(decideEntry(balance, correction, said, 10)).toMatchObject({
    refusal: { code: 'BelowZero', data: { minutes: 30 } },
  })
  expect(decideEntry(balance, { ...correction, minutes: -30 }, said, 10).outcome).toBe('decide')
  expect(decideEntry(balance, correction, { ...said, verdict: 'refused' }, 10).outcome).toBe(
    'decide',
  )
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
