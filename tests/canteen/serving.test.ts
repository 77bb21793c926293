import fc from 'fast-check'
import {
  claimStep,
  decideCancel,
  decideChange,
  decideExpire,
  decidePlace,
  decideSale,
  type Decision,
  type Guest,
} from '@/domain/canteen/ordering'
import { decideMarkPaid, decideReceipt } from '@/domain/canteen/payment'
import { menuOf } from '@/domain/canteen/plan'
import { decideServe } from '@/domain/canteen/serving'
import { portionsOf, stands, type Serving } from '@/domain/canteen/service'
import { instantOf } from '@/types/shared/day'
import { takeStep } from '../support/steps'

const day = '2026-11-21'
const at = instantOf(day, '10:30')
const prices: Readonly<Record<string, number>> = { rice: 100, meat: 1700, soup: 900, fish: 2100 }
const dishes = Object.keys(prices)

/** Few portions and few people, so that they meet. Orders are taken while meals are handed over. */
const newServing = (): Serving => {
  const known = new Map(
    dishes.map((name) => [
      name,
      {
        name,
        price: prices[name]!,
        marks: [],
        allergens: [],
        photo: null,
        discountable: true,
      },
    ]),
  )
  const offers = dishes.map((dish, i) => ({ dish, portions: 3 + i }))
  const menu = menuOf({ offers, counterPercent: 20 }, known)
  if ('refusal' in menu) throw new Error(menu.refusal.code)
  return {
    rev: 1,
    seq: 1,
    state: 'published',
    day,
    meal: 'lunch',
    startsAt: instantOf(day, '11:00'),
    endsAt: instantOf(day, '12:30'),
    cutOff: instantOf(day, '11:30'),
    kinds: ['eatIn'],
    offers: menu.offers,
    claims: {},
    uses: {},
    orders: 0,
    twice: [],
    refusedScans: [],
  }
}

const elder = (id: string): Guest => ({
  ids: [id],
  name: id,
  birthDate: '1940-01-01',
  verifiedUntil: '2027-12-31',
  hasHome: true,
})

const who = fc.constantFrom('a', 'b', 'c')
const number = fc.nat(7)
const lines = fc.array(
  fc.record({ dish: fc.constantFrom(...dishes), portions: fc.integer({ min: 1, max: 2 }) }),
  { minLength: 1, maxLength: 3 },
)
/** `stale` acts decide by what was there some acts ago, as a slow phone does. */
const act = fc.record({
  what: fc.constantFrom(
    ...([
      'place',
      'pay',
      'change',
      'cancel',
      'expire',
      'sale',
      'serve',
      'paid',
      'receipt',
    ] as const),
  ),
  who,
  number,
  lines,
  stale: fc.nat(3),
})
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

const orderOf = ({ who: person, number: n }: Act): string => `${person}${n}`

const decided = (service: Serving, one: Act, n: number): Decision => {
  const order = orderOf(one)
  const guest = elder(one.who)
  const tap = {
    key: `key-${n}`,
    order,
    lines: one.lines,
    kind: 'eatIn',
    note: '',
    at,
    cannotLeave: false,
  } as const
  const by = { by: one.who, byName: null }
  const hand = { key: `key-${n}`, by: 'cook', byName: '马师傅', scannedAt: null, nonce: null, at }
  switch (one.what) {
    case 'place':
      return decidePlace(service, [], { ...tap, ...by, guest, expected: undefined, wechat: null })
    case 'pay':
      return decidePlace(service, [], { ...tap, ...by, guest, expected: undefined, wechat: '1' })
    case 'change':
      return decideChange(service, [], { ...tap, ...by, guest, expected: undefined })
    case 'cancel':
      return decideCancel(service, { ...by, order, onBehalf: true, at })
    case 'expire':
      return decideExpire(service, order, at + 15 * 60_000)
    case 'sale':
      return decideSale(service, [], { ...tap, ...by, guest, paidBy: 'cash', expected: undefined })
    case 'serve':
      return decideServe(service, order, { ...hand, paidBy: 'cash' })
    case 'paid':
      return decideMarkPaid(service, order, { key: `key-${n}`, paidBy: 'card' })
    case 'receipt': {
      const before = service.claims[order]
      if (!before) return { outcome: 'refused', refusal: { code: 'NotFound' } }
      const meaning = decideReceipt(before, { attempt: 1, amount: before.pays })
      return meaning.outcome === 'pays'
        ? {
            outcome: 'change',
            claim: meaning.claim,
            step: claimStep(order, before, meaning.claim),
          }
        : { outcome: 'same', claim: before }
    }
  }
}

const expectSound = (service: Serving): void => {
  const claims = Object.values(service.claims)
  const standing = claims.filter(stands)
  for (const [dish, { left, counterLeft, portions }] of Object.entries(service.offers)) {
    const taken = standing.reduce((sum, claim) => sum + (claim.lines[dish] ?? 0), 0)
    expect(left).toBeGreaterThanOrEqual(0)
    expect(counterLeft).toBeGreaterThanOrEqual(0)
    expect(left + counterLeft + taken).toBe(portions)
  }
  expect(service.orders).toBe(claims.length)
  for (const person of ['a', 'b', 'c']) {
    const covers = standing.filter((claim) => claim.person === person).map((claim) => claim.covers)
    const discounted = covers.flatMap((one) => one.dishes)
    expect(new Set(discounted).size).toBe(discounted.length)
    const gross = covers.reduce((sum, one) => sum + one.gross, 0)
    expect(gross).toBeLessThanOrEqual(3000)
    const uses = service.uses[person] ?? { dishes: [], gross: 0 }
    expect([...uses.dishes].sort()).toEqual([...discounted].sort())
    expect(uses.gross).toBe(gross)
  }
  for (const claim of claims) {
    expect(claim.handed !== null).toBe(claim.state === 'served')
    if (claim.state === 'served') expect(claim.paidBy).not.toBeNull()
    expect(portionsOf(claim)).toBeGreaterThan(0)
  }
}

test('whatever people do at once, portions, orders and discounts agree', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
      const service = newServing()
      const seen: Serving[] = []
      for (const [n, one] of acts.entries()) {
        seen.push(structuredClone(service))
        const read = seen.at(-1 - Math.min(one.stale, seen.length - 1))!
        const decision = decided(read, one, n)
        if (decision.outcome === 'change') takeStep(service, decision.step)
        expectSound(service)
      }
    }),
    { numRuns: 300 },
  )
})
