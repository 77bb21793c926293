import fc from 'fast-check'
import {
  firstRule,
  percentOf,
  priceOf,
  reasonFor,
  ruleFor,
  type Eater,
  type Portions,
  type PriceRule,
} from '@/domain/canteen/price'
import { instantOf } from '@/types/shared/day'

const dishes = (...prices: number[]): Portions[] =>
  prices.map((price, i) => ({ dish: `d${i}`, price, portions: 1, discountable: true }))

const today = '2026-11-21'
const verified = (birthDate: string, more: Partial<Eater> = {}): Eater => ({
  birthDate,
  verifiedUntil: '2027-12-31',
  minutes: 0,
  ...more,
})

describe('what is paid', () => {
  test.each<[string, number[], number, number]>([
    ['12.50 at 7折', [1250], 70, 875],
    ['9.99 at 8折', [999], 80, 799],
    ['0.01 at 5折: nothing is free', [1], 50, 1],
    ['full price', [1250], 100, 1250],
  ])('%s', (_, prices, percent, pays) => {
    expect(priceOf(dishes(...prices), percent, firstRule.cap).pays).toBe(pays)
  })

  test('an order is rounded once, and the first lines get what is left over', () => {
    const { pays, lines } = priceOf(dishes(333, 333, 333), 80, firstRule.cap)
    expect(pays).toBe(799)
    expect(lines.map((line) => line.pays)).toEqual([266, 266, 267])
  })

  test('the second portion of a dish is at full price, in one line or in two', () => {
    const rice: Portions = { dish: 'rice', price: 1500, portions: 2, discountable: true }
    expect(priceOf([rice], 50, firstRule.cap).pays).toBe(2250)
    const one = { ...rice, portions: 1 }
    expect(priceOf([one, one], 50, firstRule.cap).lines.map(({ pays }) => pays)).toEqual([
      750, 1500,
    ])
  })

  test('beyond the cap everything is at full price, the dish that reaches it in part', () => {
    const { lines, uses } = priceOf(dishes(2000, 2000, 500), 50, 3000)
    expect(lines.map(({ subsidy }) => subsidy)).toEqual([1000, 500, 0])
    expect(uses).toEqual({ dishes: ['d0', 'd1'], gross: 3000 })
  })

  test('what other orders of the same meal used up is not given again', () => {
    const first = priceOf(dishes(1000), 50, 3000)
    const again = priceOf(dishes(1000, 2500), 50, 3000, first.uses)
    expect(again.lines.map(({ subsidy }) => subsidy)).toEqual([0, 1000])
  })

  test('an excluded dish is at full price and uses nothing up', () => {
    const drink: Portions = { dish: 'tea', price: 500, portions: 1, discountable: false }
    expect(priceOf([drink], 50, 3000)).toMatchObject({ pays: 500, uses: { dishes: [], gross: 0 } })
  })
})

describe('who pays less', () => {
  const reason = (eater: Eater | null, meal = today, rule: PriceRule = firstRule) =>
    reasonFor(rule, eater, meal, today)

  test.each<[string, string, string, number]>([
    ['the day before the 60th birthday', '1966-11-22', '2026-11-21', 100],
    ['the 60th birthday', '1966-11-22', '2026-11-22', 80],
    ['born on 29 February, the day before 1 March', '1936-02-29', '2026-02-28', 60],
    ['born on 29 February, on 1 March', '1936-02-29', '2026-03-01', 50],
    ['born on 29 February, in a leap year', '1948-02-29', '2028-02-29', 60],
    ['69', '1957-01-01', '2026-11-21', 80],
    ['79', '1947-11-21', '2026-11-21', 70],
  ])('%s', (_, birthDate, meal, percent) => {
    expect(percentOf(reason(verified(birthDate), meal))).toBe(percent)
  })

  test('somebody not verified, or no longer, pays the full price and is told why', () => {
    expect(reason(verified('1942-01-01', { verifiedUntil: null }))).toEqual({ kind: 'notVerified' })
    expect(reason(verified('1942-01-01', { verifiedUntil: '2026-11-20' }))).toEqual({
      kind: 'notVerified',
    })
    expect(reason(verified('1942-01-01', { birthDate: null }))).toEqual({ kind: 'notVerified' })
    expect(reason(verified('1942-01-01', { verifiedUntil: today }))).toMatchObject({
      kind: 'discount',
    })
  })

  test('nobody in particular and the young pay the full price', () => {
    expect(reason(null)).toEqual({ kind: 'unknown' })
    expect(reason(verified('1990-01-01'))).toEqual({ kind: 'tooYoung', age: 36 })
  })

  test('hours that are missing are named, begun ones as whole', () => {
    const rule = { ...firstRule, bands: [{ fromAge: 60, percent: 80, hours: 10 }] }
    const of = (minutes: number) => reason(verified('1961-01-01', { minutes }), today, rule)
    expect(of(9 * 60)).toEqual({ kind: 'hoursMissing', age: 65, missing: 1 })
    expect(of(8 * 60 + 30)).toEqual({ kind: 'hoursMissing', age: 65, missing: 2 })
    expect(of(10 * 60)).toEqual({ kind: 'discount', age: 65, percent: 80 })
  })
})

describe('which table', () => {
  const newer: PriceRule = {
    ...firstRule,
    id: 'newer',
    from: '2027-01-01',
    enteredAt: instantOf('2026-12-20', '09:00'),
    bands: firstRule.bands.map((one) => (one.fromAge === 70 ? { ...one, percent: 75 } : one)),
  }
  const pays = (meal: string, orderedOn: string) => {
    const rule = ruleFor([newer], meal, instantOf(orderedOn, '10:00'))
    const reason = reasonFor(rule, verified('1951-06-01'), meal, orderedOn)
    return priceOf(dishes(1000), percentOf(reason), rule.cap).pays
  }

  test('the one in force on the day of the meal, as known when ordering', () => {
    expect(pays('2027-01-01', '2026-12-31')).toBe(750)
    expect(pays('2027-01-01', '2026-12-19')).toBe(700)
    expect(pays('2026-12-31', '2026-12-31')).toBe(700)
  })

  test('entered again for the same day, the later entry counts', () => {
    const corrected = { ...newer, id: 'corrected', enteredAt: newer.enteredAt + 1 }
    const at = newer.enteredAt + 2
    expect(ruleFor([corrected, newer], '2027-01-01', at).id).toBe('corrected')
    expect(ruleFor([newer, corrected], '2027-01-01', at).id).toBe('corrected')
  })
})

describe('always', () => {
  const line = fc.record({
    dish: fc.constantFrom('a', 'b', 'c', 'd'),
    price: fc.integer({ min: 1, max: 4000 }),
    portions: fc.integer({ min: 1, max: 4 }),
    discountable: fc.boolean(),
  })
  const lines = fc.array(line, { minLength: 1, maxLength: 6 })
  const percent = fc.integer({ min: 1, max: 100 })
  const cap = fc.integer({ min: 1, max: 8000 })

  test('lines add up, subsidy and paid make the gross, and no line is free', () => {
    fc.assert(
      fc.property(lines, percent, cap, (asked, share, most) => {
        const { lines: priced, gross, subsidy, pays } = priceOf(asked, share, most)
        expect(gross).toBe(subsidy + pays)
        expect(priced.reduce((sum, one) => sum + one.pays, 0)).toBe(pays)
        for (const one of priced) {
          expect(one.gross).toBe(one.subsidy + one.pays)
          expect(one.subsidy).toBeGreaterThanOrEqual(0)
          expect(one.pays).toBeGreaterThanOrEqual(1)
        }
      }),
    )
  })

  test('the subsidy is the rounded share of what is covered, or all that leaves a fen a portion', () => {
    fc.assert(
      fc.property(lines, percent, cap, (asked, share, most) => {
        const { subsidy, uses } = priceOf(asked, share, most)
        const exact = Math.floor((uses.gross * (100 - share) + 50) / 100)
        expect(uses.gross).toBeLessThanOrEqual(most)
        expect(subsidy).toBe(Math.min(exact, uses.gross - uses.dishes.length))
      }),
    )
  })

  test('the total never rises with age when the same gates are passed', () => {
    fc.assert(
      fc.property(
        lines,
        fc.integer({ min: 1920, max: 2010 }),
        fc.integer({ min: 0, max: 40 }),
        (asked, year, older) => {
          const paysBornIn = (born: number) =>
            priceOf(
              asked,
              percentOf(reasonFor(firstRule, verified(`${born}-05-05`), today, today)),
              firstRule.cap,
            ).pays
          expect(paysBornIn(year - older)).toBeLessThanOrEqual(paysBornIn(year))
        },
      ),
    )
  })

  test('two orders of one meal get no more than one would', () => {
    fc.assert(
      fc.property(lines, lines, percent, cap, (one, other, share, most) => {
        const first = priceOf(one, share, most)
        const second = priceOf(other, share, most, first.uses)
        expect(first.uses.gross + second.uses.gross).toBeLessThanOrEqual(most)
        for (const dish of second.uses.dishes) expect(first.uses.dishes).not.toContain(dish)
      }),
    )
  })
})
