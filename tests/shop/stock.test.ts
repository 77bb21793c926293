import fc from 'fast-check'
import {
  decideEnd,
  decideGive,
  decideHandOver,
  decideKeep,
  decideLend,
  decideMove,
  decideOrder,
  decideRedeem,
  decideReverse,
  decideSale,
  decideTakeBack,
  dropStep,
  entry,
  forgettable,
  keptUntil,
  missing,
  paidStep,
  releaseStep,
  settledKeepStep,
  settledStep,
  stockOf,
  undoStep,
  type Decision,
  type Entry,
  type Stock,
} from '@/domain/shop/stock'
import { isDue, isPast } from '@/domain/shop/shelfLife'
import { closeRefusal, differenceOf, notCounted } from '@/domain/shop/stocktaking'
import { statementOf } from '@/domain/shop/statement'
import { statementSaid } from '@/src/words/shop'
import { instantOf } from '@/types/shared/day'
import type { Step } from '@/domain/shared/step'
import { takeStep } from '../support/steps'

const at = instantOf('2026-11-21', '10:00')

const empty = (): Stock & { people: string[]; owes: boolean; holding: boolean } => ({
  ...{ rev: 0, left: 0, kept: 0, waiting: 0, points: 10, fen: 100, perMonth: 6, retired: false },
  ...{ open: {}, claims: {}, keeps: {}, loans: {}, done: {}, taken: {}, people: [] },
  ...{ owes: false, holding: false, bestBefore: null },
})

/** A copy made of this realm's own objects: those of `structuredClone` are none to mingo. */
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

const people = ['dl_pa', 'dl_pb', 'dl_pc'] as const

type Act =
  | { act: 'takeIn' | 'sell' | 'lend' | 'count'; n: number; quantity: number; stale: number }
  | { act: 'redeem' | 'order'; n: number; who: number; quantity: number; stale: number }
  | { act: 'settle'; short: boolean }
  | { act: 'end' | 'handOver'; who: number; n: number; stale: number }
  | { act: 'reverse'; n: number; stale: number }
  | { act: 'takeBack'; n: number; quantity: number; stale: number }
  | { act: 'keep' | 'give' | 'release'; n: number; quantity: number; stale: number }
  | { act: 'sweep' }

const n = fc.nat({ max: 7 })
const stale = fc.nat({ max: 2 })
const quantity = fc.integer({ min: 1, max: 4 })
const who = fc.nat({ max: 2 })
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    act: fc.constantFrom('takeIn' as const, 'sell' as const, 'lend' as const, 'count' as const),
    ...{ n, quantity, stale },
  }),
  fc.record({
    act: fc.constantFrom('redeem' as const, 'order' as const),
    ...{ n, who, quantity, stale },
  }),
  fc.record({ act: fc.constant('settle' as const), short: fc.boolean() }),
  fc.record({
    act: fc.constantFrom('end' as const, 'handOver' as const),
    ...{ who, n, stale },
  }),
  fc.record({ act: fc.constant('reverse' as const), n, stale }),
  fc.record({ act: fc.constant('takeBack' as const), n, quantity, stale }),
  fc.record({
    act: fc.constantFrom('keep' as const, 'give' as const, 'release' as const),
    ...{ n, quantity, stale },
  }),
  fc.record({ act: fc.constant('sweep' as const) }),
)

/**
 * Plays taps against one kind of goods as the cloud takes them: late, repeated, from what was read some changes ago, with
 * sweeps that copy what is open. The model is the ledger, and what each accepted tap moved.
 */
const play = (acts: readonly Act[]) => {
  const stock = empty()
  const ledger: Record<string, Entry> = {}
  const reads = [copy(stock)]
  const accepted = new Set<string>()
  let late = 0

  const tryStep = (id: string, decision: Decision): void => {
    if (decision.outcome !== 'change') return
    if (!takeStep(stock, copy(decision.step))) {
      late++
      return
    }
    // The same act is never accepted a second time.
    expect(accepted.has(id)).toBe(false)
    accepted.add(id)
  }
  const step = (one: Step): void => void takeStep(stock, copy(one))

  for (const [i, one] of acts.entries()) {
    const known = reads[Math.max(0, reads.length - 1 - ('stale' in one ? one.stale : 0))]!
    const by = 'dl_pk'
    switch (one.act) {
      case 'takeIn':
      case 'lend':
      case 'count': {
        const id = `dl_${one.act}${one.n}`
        const out = one.act === 'takeIn' ? one.quantity : -one.quantity
        const movement = {
          takeIn: 'donationDrive',
          lend: 'convenienceService',
          count: 'stocktaking',
        }
        const of = { by, key: id, at, person: one.act === 'lend' ? people[0] : null }
        const born = entry(movement[one.act] as Entry['movement'], out, of)
        tryStep(id, (one.act === 'lend' ? decideLend : decideMove)(known, { id, born }))
        break
      }
      case 'sell': {
        const id = `dl_sell${one.n}`
        const leaves = one.n % 2
        const sale = { id, quantity: one.quantity, leaves, expected: 100 * one.quantity }
        tryStep(id, decideSale(known, { ...sale, person: null, key: id, by, at }))
        break
      }
      case 'redeem': {
        const id = `dl_redeem${one.n}`
        const wanted = { quantity: one.quantity, expected: 10 * one.quantity, at }
        const ids = [people[one.who]!] as [string]
        tryStep(id, decideRedeem(known, { ...wanted, ids, id, key: id, by, audited: null }))
        break
      }
      case 'order': {
        const order = `dl_order${one.n}-${one.who}`
        const wanted = { quantity: one.quantity, expected: 10 * one.quantity, at }
        const ids = [people[one.who]!] as [string]
        tryStep(order, decideOrder(known, { ...wanted, ids, order, by }))
        break
      }
      case 'settle':
        for (const [person, claim] of Object.entries(stock.claims))
          if (claim.state === 'unpaid')
            step(one.short ? dropStep(person, claim, at) : paidStep(person, claim))
        for (const [id, born] of Object.entries(stock.open))
          if (born.owesPoints)
            step(one.short && born.of === null ? undoStep(id, born) : settledStep(id))
        break
      case 'end':
      case 'handOver': {
        const person = people[one.who]!
        const order = known.claims[person]?.order ?? `dl_order${one.n}-${one.who}`
        const key = `key-${i}`
        tryStep(
          `end-${order}`,
          one.act === 'end'
            ? decideEnd(known, { person, order, to: 'cancelled', key, by })
            : decideHandOver(known, { person, order, key, by, at }),
        )
        break
      }
      case 'takeBack': {
        const id = `dl_back${i}`
        const lent = `dl_lend${one.n}`
        tryStep(id, decideTakeBack(known, { lent, id, quantity: one.quantity, key: id, by, at }))
        break
      }
      case 'reverse': {
        const ids = Object.keys(ledger).filter((id) => ledger[id]!.of === null)
        const id = ids[one.n % Math.max(1, ids.length)]
        const of = id === undefined ? undefined : ledger[id]
        if (id === undefined || !of || of.movement === 'stocktaking' || of.twin !== null) break
        // As the procedure does, which looks into the ledger for what left the goods.
        if (`${id}-r` in ledger) break
        const tap = { because: '错了', key: `key-${i}`, by, at }
        tryStep(`${id}-r`, decideReverse(known, { entries: [{ id, of }], ...tap }))
        break
      }
      case 'keep': {
        const aid = `dl_aid${one.n % 2}`
        const keep = { quantity: one.quantity, person: people[0], by, answer: null, key: aid }
        const rest = { settled: false, until: at, at }
        tryStep(aid, decideKeep(known, { aid, keep: { ...keep, ...rest } }))
        break
      }
      case 'give': {
        const aid = `dl_aid${one.n % 2}`
        tryStep(`give-${aid}`, decideGive(known, { aid, key: `key-${i}`, by, at }))
        break
      }
      case 'release': {
        const aid = `dl_aid${one.n % 2}`
        const keep = stock.keeps[aid]
        if (keep) step(releaseStep(aid, keep, at))
        break
      }
      case 'sweep': {
        const change = stock as unknown as Record<
          'open' | 'done' | 'claims',
          Record<string, unknown>
        >
        for (const [aid, keep] of Object.entries(stock.keeps)) step(settledKeepStep(aid, keep))
        for (const [id, born] of Object.entries(stock.open)) {
          if (born.owesPoints) continue
          ledger[id] = born
          delete change.open[id]
          change.done[id] = at
        }
        for (const [person, { state, order }] of Object.entries(stock.claims)) {
          if (state !== 'cancelled') continue
          delete change.claims[person]
          change.done[order] = at
          stock.people = stock.people.filter((id) => id !== person)
        }
        ;(stock as { rev: number }).rev++
        break
      }
      default:
        one satisfies never
    }
    reads.push(copy(stock))

    const lines = Object.entries(ledger).map(([_id, { quantity }]) => ({ _id, quantity }))
    expect(stock.left + stock.kept).toBe(stockOf(0, lines, stock.open))
    expect(stock.left).toBeGreaterThanOrEqual(0)
    const claims = Object.values(stock.claims).filter(({ state }) => state !== 'cancelled')
    const promised = [...claims, ...Object.values(stock.keeps)]
    expect(stock.kept).toBe(promised.reduce((sum, { quantity }) => sum + quantity, 0))
    expect(stock.waiting).toBe(promised.length)
    // What is out is what was lent and neither came back nor was taken back.
    const entries = Object.entries({ ...ledger, ...stock.open })
    const gone = entries.filter(
      ([id, { movement, of }]) =>
        movement === 'convenienceService' &&
        of === null &&
        !(`${id}-r` in { ...ledger, ...stock.open }),
    )
    const back = entries.filter(
      ([, { movement, of }]) => movement === 'convenienceService' && of !== null,
    )
    const lent = [...gone, ...back].reduce((sum, [, { quantity }]) => sum + quantity, 0)
    expect(Object.values(stock.loans).reduce((sum, { out }) => sum + out, lent)).toBe(0)
    for (const taken of Object.values(stock.taken['2026-11'] ?? {})) {
      expect(taken).toBeGreaterThanOrEqual(0)
      expect(taken).toBeLessThanOrEqual(6)
    }
  }
  return { stock, ledger, late }
}

const acts = fc.array(act, { maxLength: 60, size: 'max' })

test('stock is what its entries add up to, never below zero, and no tap moves it twice', () => {
  fc.assert(
    fc.property(acts, (all) => void play(all)),
    { numRuns: 300 },
  )
})

type Line = readonly [id: string, entry: Entry]

/** The goods as the lines of their ledger alone tell them; one that comes twice is one. */
const replay = (lines: readonly Line[]) => {
  const once = new Map<string, Entry>()
  for (const [id, born] of lines) if (!once.has(id)) once.set(id, born)
  const taken: Record<string, number> = Object.fromEntries(people.map((person) => [person, 0]))
  let inShop = 0
  for (const born of once.values()) {
    inShop += born.quantity
    const counted = born.of === null ? born : once.get(born.of)
    if (counted?.countedIn && born.person !== null) taken[born.person]! -= born.quantity
  }
  return { inShop, taken }
}

test('the ledger played again, in any order and with lines twice, comes to the goods', () => {
  let reversed = 0
  let limited = 0
  fc.assert(
    fc.property(acts, (all) => {
      const { stock, ledger } = play([
        ...all,
        ...[{ act: 'settle', short: false } as const, { act: 'sweep' } as const],
      ])
      expect(stock.open).toEqual({})
      const lines = Object.entries(ledger)
      const { inShop, taken } = replay([...lines.slice(3), ...lines.slice().reverse()])
      expect(inShop).toBe(stock.left + stock.kept)
      // What is ordered counts towards the limit, and is in no line yet.
      for (const [person, { countedIn, quantity }] of Object.entries(stock.claims))
        if (countedIn) taken[person]! += quantity
      expect(taken).toEqual({
        ...Object.fromEntries(people.map((person) => [person, 0])),
        ...stock.taken['2026-11'],
      })
      reversed += lines.filter(([, { of }]) => of !== null).length
      limited += Object.values(taken).filter((count) => count > 0).length
    }),
    { numRuns: 60 },
  )
  expect(Math.min(reversed, limited)).toBeGreaterThan(0)
})

test('the play reaches what it is about', () => {
  const seen = fc.sample(acts, { numRuns: 200, seed: 7 }).map(play)
  expect(seen.some(({ late }) => late > 0)).toBe(true)
  const kinds = new Set(
    seen.flatMap(({ ledger }) => Object.values(ledger)).map((one) => one.movement),
  )
  expect([...kinds].sort()).toEqual([
    'charitySale',
    'convenienceService',
    'donationDrive',
    'donationWithPurchase',
    'emergencyAid',
    'redemption',
    'reversal',
    'stocktaking',
  ])
})

test('the monthly limit counts a person under all ids they have had', () => {
  const stock = { ...empty(), left: 20, taken: { '2026-11': { dl_pa: 2, dl_pb: 3 } } }
  const redeem = (quantity: number) =>
    decideRedeem(stock, {
      ...{ quantity, expected: 10 * quantity, ids: ['dl_pa', 'dl_pb'], at },
      ...{ id: 'dl_e', key: 'k', by: 'dl_pk', audited: null },
    })
  expect(redeem(2)).toMatchObject({ refusal: { code: 'MonthlyLimit', data: { more: 1 } } })
  const decision = redeem(1)
  if (decision.outcome !== 'change') throw new Error('one more may be had')
  // Somebody was faster by one: the guard of the own count holds for the sum.
  const meanwhile = copy({ ...stock, taken: { '2026-11': { dl_pa: 3, dl_pb: 3 } } })
  expect(takeStep(meanwhile, copy(decision.step))).toBe(false)
  expect(takeStep(copy(stock), copy(decision.step))).toBe(true)
})

test('an order is kept to the end of the seventh day, goods are marked two weeks before their date', () => {
  expect(keptUntil(at)).toBe(instantOf('2026-11-29', '00:00'))
  expect(isDue('2026-12-05', '2026-11-21')).toBe(true)
  expect(isDue('2026-12-06', '2026-11-21')).toBe(false)
  expect(isDue(null, '2026-11-21')).toBe(false)
  const today = '2026-11-21'
  expect([isPast('2026-11-20', today), isPast(today, today), isPast(null, today)]).toEqual([
    true,
    false,
    false,
  ])
  expect([missing(12, { left: 5 }), missing(12, { left: 20 }), missing(null, { left: 0 })]).toEqual(
    [7, 0, 0],
  )
})

test('acts long done are forgotten, those of the last days are not', () => {
  const stock = {
    ...empty(),
    done: { dl_old: instantOf('2026-11-12'), dl_new: instantOf('2026-11-14') },
    taken: { '2026-09': { dl_pa: 1 }, '2026-11': { dl_pa: 1 } },
  }
  expect(forgettable(stock, '2026-11-21')).toEqual(['done.dl_old', 'taken.2026-09'])
})

test('a stock-taking is closed by who counted nothing, when everything is counted', () => {
  const line = { ...notCounted('大米', '袋'), expected: 10, counted: 9, by: 'dl_pa', at }
  expect(differenceOf(line)).toBe(-1)
  expect(closeRefusal({ g: line, h: notCounted('面', '袋') }, ['dl_pb'])).toEqual({
    code: 'NotAllCounted',
    data: { more: 1 },
  })
  expect(closeRefusal({ g: line }, ['dl_pb', 'dl_pa'])).toEqual({ code: 'NotYourself' })
  expect(closeRefusal({ g: line }, ['dl_pb'])).toBeNull()
})

test('a statement adds up each movement and leaves out what did not happen', () => {
  const line = { goods: 'dl_g', of: null, points: 0, fen: 0 }
  const lines = [
    { ...line, movement: 'redemption', quantity: -2, points: 60 },
    { ...line, movement: 'charitySale', quantity: -1, fen: 2500 },
    { ...line, movement: 'redemption', quantity: -1, points: 30 },
    { ...line, movement: 'convenienceService', quantity: -3 },
    { ...line, movement: 'convenienceService', quantity: 3, of: 'dl_lent' },
    { ...line, movement: 'buyingForOthers', quantity: -1, fen: 900, goods: null },
    { ...line, movement: 'reversal', quantity: 1, fen: -900, goods: null, of: 'dl_bought' },
  ] as const
  const sum = { times: 1, quantity: 0, broughtBack: 0, points: 0, fen: 0 }
  const sums = statementOf(lines)
  expect(sums).toEqual([
    { ...sum, movement: 'charitySale', quantity: -1, fen: 2500 },
    { ...sum, movement: 'buyingForOthers', fen: 900 },
    { ...sum, movement: 'convenienceService', quantity: -3, broughtBack: 3 },
    { ...sum, movement: 'redemption', times: 2, quantity: -3, points: 90 },
    { ...sum, movement: 'reversal', fen: -900 },
  ])
  expect(sums.map(statementSaid).slice(1)).toEqual([
    '代购 1 次，9.00 元',
    '便民服务 1 次，出去 3 件，还回来 3 件',
    '积分兑换 2 次，出去 3 件，90 积分',
    '撤回 1 次，退了 9.00 元',
  ])
})
