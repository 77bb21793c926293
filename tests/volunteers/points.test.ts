import fc from 'fast-check'
import { decideEntry, type Balance, type Proposal } from '@/domain/volunteers/hours'
import {
  backOf,
  keptMs,
  leaving,
  mayHaveLeft,
  mostRules,
  moved,
  netOf,
  perHourOn,
  pointsFor,
  spend,
  withRule,
  type PointRule,
} from '@/domain/volunteers/points'
import { addDays, instantOf } from '@/types/shared/day'
import { takeStep } from '../support/steps'

const today = '2026-11-21'
const at = instantOf(today, '10:00')

test('points are whole, and a correction takes what the same minutes gave', () => {
  expect(pointsFor(90, 10)).toBe(15)
  expect(pointsFor(59, 10)).toBe(9)
  expect(pointsFor(5, 10)).toBe(0)
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1440 }), fc.nat({ max: 1000 }), (minutes, perHour) => {
      expect(pointsFor(-minutes, perHour) + pointsFor(minutes, perHour)).toBe(0)
    }),
  )
})

test('the rule of a day is the latest that has begun, and of one day the last that was entered', () => {
  const rules: PointRule[] = [
    { from: '2026-12-01', perHour: 20, kinds: [{ kind: 'delivery', perHour: 30 }] },
    { from: '2026-11-01', perHour: 12, kinds: [] },
    { from: '2026-11-01', perHour: 14, kinds: [] },
  ]
  expect(perHourOn([], today, null)).toBe(10)
  expect(perHourOn(rules, '2026-10-31', 'delivery')).toBe(10)
  expect(perHourOn(rules, '2026-11-01', 'delivery')).toBe(14)
  expect(perHourOn(rules, '2026-12-01', 'delivery')).toBe(30)
  expect(perHourOn(rules, '2027-05-01', null)).toBe(20)
})

test('a rule takes the place of one to come on its day; what has begun stays', () => {
  const rule = (from: string, perHour = 12): PointRule => ({ from, perHour, kinds: [] })
  const rules = [rule('2026-11-01'), rule('2026-12-01')]
  expect(withRule(rules, rule(today), today)).toEqual({ code: 'InPast' })
  expect(withRule(rules, rule('2026-12-01', 30), today)).toEqual([
    rule('2026-11-01'),
    rule('2026-12-01', 30),
  ])
  expect(withRule(rules, rule('2026-11-22'), today)).toHaveLength(3)
  const full = Array.from({ length: mostRules }, (_, i) => rule(addDays(today, i + 1)))
  expect(withRule(full, rule(addDays(today, mostRules + 1)), today)).toEqual({
    code: 'TooManyRules',
  })
  expect(withRule(full, rule(addDays(today, 7), 30), today)).toHaveLength(mostRules)
})

type Act =
  | { act: 'give'; minutes: number; stale: number }
  | { act: 'spend'; key: number; points: number }
  | { act: 'giveBack'; key: number; points: number; stale: number }
  | { act: 'sweep'; hours: number }

const hours = fc.integer({ min: 0, max: 14 })
const stale = fc.nat({ max: 2 })
const key = fc.nat({ max: 5 })
const points = fc.integer({ min: 1, max: 60 })
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    act: fc.constant('give' as const),
    minutes: fc.integer({ min: -200, max: 300 }).filter((minutes) => minutes !== 0),
    stale,
  }),
  fc.record({ act: fc.constant('spend' as const), key, points }),
  fc.record({ act: fc.constant('giveBack' as const), key, points, stale }),
  fc.record({ act: fc.constant('sweep' as const), hours }),
)

interface Known {
  balance: Balance
  ledger: Record<string, number>
}

/** A copy made of this realm's own objects: those of `structuredClone` are none to mingo. */
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

/**
 * Plays taps against one balance as the cloud takes them: late, repeated, from what was read some changes ago and then
 * from what stands, with sweeps that copy what is open while hours go by. The model knows only what was given, and which
 * key spent what. With `twice`, each tap comes once more at once, under its own key.
 */
const play = (acts: readonly Act[], { twice = false } = {}) => {
  const balance: Balance = { rev: 0, total: 10_000, months: { '2026-11': 10_000 }, open: {} }
  const ledger: Record<string, number> = {}
  const spent = new Map<number, number>()
  const back = new Map<number, number>()
  const firstUse = new Map<number, number>()
  let given = 0
  let now = at
  const read: Known[] = [copy({ balance, ledger })]
  const take = (step: Parameters<typeof takeStep>[1]) => takeStep(balance, copy(step))
  const known = (rounds: number) => read[Math.max(0, read.length - 1 - rounds)]!
  const moveIn = ({ balance: { moves = {} }, ledger: lines }: Known, name: string) =>
    moves[name]?.points ?? lines[name]

  const give = (key: string, minutes: number, from: Known): boolean => {
    const entry: Proposal = {
      id: `ve-${key}`,
      day: today,
      minutes,
      state: `ve-${key}` in from.ledger ? 'confirmed' : 'proposed',
      decidedBy: `ve-${key}` in from.ledger ? key : null,
    }
    const said = { verdict: 'confirmed' as const, by: 'dl_pz', because: null, key, at }
    // What takes away corrects just as much.
    const decision = decideEntry(from.balance, entry, said, 10, Math.max(-minutes, 0))
    const taken = decision.outcome === 'decide' && take(decision.step)
    if (taken) given += pointsFor(minutes, 10)
    return taken
  }
  const pay = (n: number, amount: number): boolean => {
    const name = `key${n}`
    const used = firstUse.get(n) ?? now
    firstUse.set(n, used)
    // As spendPoints does: an old key is looked for in the ledger, a young one is not.
    const before = mayHaveLeft(used, now) ? ledger[name] : undefined
    const there = balance.points ?? 0
    const step = spend({ key: name, points: amount, what: '大米', at: now })
    if (before !== undefined || !take(step)) return false
    expect(spent.has(n)).toBe(false)
    expect(there).toBeGreaterThanOrEqual(amount)
    spent.set(n, amount)
    return true
  }
  const giveBack = (n: number, most: number, from: Known): boolean => {
    const name = `key${n}`
    const paid = moveIn(from, name)
    const to = paid === undefined ? name : backOf(name)
    if (paid === 0 || moveIn(from, to) !== undefined) return false
    const amount = paid === undefined ? 0 : Math.min(most, -paid)
    if (!take(moved(from.balance, to, { points: amount, what: '', at: now, to: null })))
      return false
    if (paid === undefined) expect(spent.has(n)).toBe(false)
    else {
      expect(back.has(n)).toBe(false)
      back.set(n, amount)
    }
    firstUse.set(n, firstUse.get(n) ?? now)
    return true
  }
  const standing = (): Known => copy({ balance, ledger })
  const tap = (i: number, one: Exclude<Act, { act: 'sweep' }>, from: Known): boolean => {
    switch (one.act) {
      case 'give':
        return give(`k${i}`, one.minutes, from)
      case 'spend':
        return pay(one.key, one.points)
      case 'giveBack':
        return giveBack(one.key, one.points, from)
    }
  }

  for (const [i, one] of acts.entries()) {
    if (one.act !== 'sweep') {
      const first = one.act === 'spend' ? standing() : known(one.stale)
      if (!tap(i, one, first)) tap(i, one, standing())
      if (twice) expect(tap(i, one, standing())).toBe(false)
    }
    if (one.act === 'sweep') {
      now += one.hours * 3_600_000
      for (const [id, verdict] of Object.entries(balance.open)) ledger[id] = verdict.points ?? 0
      for (const [name, move] of Object.entries(balance.moves ?? {})) ledger[name] = move.points
      balance.open = {}
      balance.moves = Object.fromEntries(
        Object.entries(balance.moves ?? {}).filter(
          ([name]) => !leaving(balance.moves, now).includes(name),
        ),
      )
      balance.rev += 1
    }
    read.push(copy({ balance, ledger }))

    const sum = (values: Iterable<number>) => [...values].reduce((all, value) => all + value, 0)
    const waiting = Object.entries({ ...balance.open, ...balance.moves })
      .filter(([id]) => !(id in ledger))
      .map(([, { points: more = 0 }]) => more)
    expect(netOf(balance)).toBe(sum(Object.values(ledger)) + sum(waiting))
    expect(netOf(balance)).toBe(given - sum(spent.values()) + sum(back.values()))
    expect(balance.points ?? 0).toBeGreaterThanOrEqual(0)
    expect(balance.debt ?? 0).toBeGreaterThanOrEqual(0)
    expect((balance.points ?? 0) * (balance.debt ?? 0)).toBe(0)
  }
  return { balance, ledger, spent: [...spent] }
}

const acts = fc.array(act, { maxLength: 60 })

test('points: entries add up to the balance, nothing is below zero, no key spends or returns twice', () => {
  fc.assert(
    fc.property(acts, (taps) => void play(taps)),
    { numRuns: 300 },
  )
})

test('each tap sent twice comes to the same, and the ledger alone gives the balance again', () => {
  fc.assert(
    fc.property(acts, (taps) => {
      // At the end everything is copied.
      const all: Act[] = [...taps, { act: 'sweep', hours: 0 }]
      const once = play(all)
      const twice = play(all, { twice: true })
      expect(twice.spent).toEqual(once.spent)
      expect(twice.ledger).toEqual(once.ledger)
      expect(netOf(twice.balance)).toBe(netOf(once.balance))
      const lines = Object.values(once.ledger).reduce((sum, one) => sum + one, 0)
      expect(netOf(once.balance)).toBe(lines)
    }),
    { numRuns: 100 },
  )
})

test('a move stays for a day, and its key is asked for in the ledger long before', () => {
  const move = { points: -5, what: '大米', at, to: null }
  expect(leaving({ key: move }, at + keptMs - 1)).toEqual([])
  expect(leaving({ key: move }, at + keptMs)).toEqual(['key'])
  expect(mayHaveLeft(at, at + keptMs / 2)).toBe(true)
  expect(mayHaveLeft(at, at + 60_000)).toBe(false)
})

test('hours that are corrected after their points were spent leave a debt, which the next points pay', () => {
  const { balance } = play([
    { act: 'give', minutes: 120, stale: 0 },
    { act: 'spend', key: 0, points: 15 },
    { act: 'give', minutes: -60, stale: 0 },
  ])
  expect(balance).toMatchObject({ points: 0, debt: 5 })
  const paid = play([
    { act: 'give', minutes: 120, stale: 0 },
    { act: 'spend', key: 0, points: 15 },
    { act: 'give', minutes: -60, stale: 0 },
    { act: 'spend', key: 1, points: 1 },
    { act: 'give', minutes: 48, stale: 0 },
  ])
  expect(paid.balance).toMatchObject({ points: 3, debt: 0 })
  expect(paid.spent).toEqual([[0, 15]])
})
