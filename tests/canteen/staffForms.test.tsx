import { priceRuleDraft, dishDraft, serviceDraft } from '@/types/canteen'
import { instantOf } from '@/types/shared/day'
import { mealNow } from '@/src/packages/canteen-staff/components/MealAtHand/mealNow'
import {
  linesOf,
  listedSaid,
  namesakesOf,
  nameSaid,
  whoSaid,
} from '@/src/packages/canteen-staff/meal-queue/lines'
import * as dish from '@/src/packages/canteen-staff/dish-edit/form'
import * as meal from '@/src/packages/canteen-staff/meal-edit/form'
import { fenOf } from '@/src/packages/canteen-staff/money'
import * as rule from '@/src/packages/canteen-staff/prices/rule'
import { daysOf, monthAfter, monthBefore } from '@/src/packages/canteen-staff/settlement/month'
import { mondayOf, weekFrom } from '@/src/packages/canteen-staff/week'
import type { QueueLine } from '@/types/canteen'
import * as v from 'valibot'

describe('money as staff type it', () => {
  test.each([
    ['12.5', 1250],
    ['12.50', 1250],
    ['0.01', 1],
    ['7', 700],
    ['7.', 700],
    [' 9.99 ', 999],
  ])('%s is %d fen', (typed, fen) => expect(fenOf(typed)).toBe(fen))

  test.each(['', '.', '.5', '1.234', '1.2.3', '十块', '-1', '123456'])(
    '“%s” is no amount',
    (typed) => expect(fenOf(typed)).toBeNull(),
  )
})

test('weeks begin on a Monday, also across the year', () => {
  expect(mondayOf('2026-11-21')).toBe('2026-11-16')
  expect(mondayOf('2026-11-16')).toBe('2026-11-16')
  expect(mondayOf('2023-01-01')).toBe('2022-12-26')
  expect(weekFrom('2026-12-28').at(-1)).toBe('2027-01-03')
})

test('months follow each other, long and short', () => {
  expect(monthBefore('2027-01')).toBe('2026-12')
  expect(monthAfter('2026-12')).toBe('2027-01')
  expect(monthAfter('2027-01')).toBe('2027-02')
  expect(daysOf('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
})

describe('a dish', () => {
  const typed: dish.Form = { ...dish.emptyForm, name: ' 红烧肉 ', price: '15' }

  test('is kept in fen, and the contract takes it', () => {
    const draft = dish.draftOf(typed)
    expect(draft).toMatchObject({ name: '红烧肉', price: 1500, discountable: true })
    expect(v.safeParse(dishDraft, draft).success).toBe(true)
  })

  test('without a price says so on the page where it is typed', () => {
    const wrong = dish.missing({ ...typed, price: '0' })
    expect(Object.keys(wrong)).toEqual(['price'])
    expect(dish.atFirst(wrong)).toBe(true)
    expect(dish.atFirst({ marks: '没有资格' })).toBe(false)
  })
})

describe('a meal', () => {
  const typed: meal.Form = {
    ...meal.newForm('2026-11-23', 'lunch', undefined),
    placeName: '一楼餐厅',
    node: 'dl_centre',
    offers: [{ dish: 'dl_d1', portions: '40' }],
  }

  test('that nobody changed makes a draft the contract takes', () => {
    expect(meal.missing(typed)).toEqual({})
    expect(v.safeParse(serviceDraft, meal.draftOf(typed)).success).toBe(true)
  })

  test('stops taking orders two hours before, the evening before, or when somebody says', () => {
    const cutOff = (changes: Partial<meal.Form>) => meal.draftOf({ ...typed, ...changes }).cutOff
    expect(cutOff({})).toBe(instantOf('2026-11-23', '09:00'))
    expect(cutOff({ cutOff: 'dayBefore' })).toBe(instantOf('2026-11-22', '17:00'))
    expect(cutOff({ cutOff: 'own', own: { day: '2026-11-23', time: '10:30' } })).toBe(
      instantOf('2026-11-23', '10:30'),
    )
  })

  test('says what is missing at its step, the first step first', () => {
    const wrong = meal.missing({ ...typed, day: '', placeName: '', offers: [], kinds: [] })
    expect(Object.keys(wrong).sort()).toEqual(['day', 'kinds', 'offers', 'placeName'])
    expect(meal.stepWith(wrong)).toBe('when')
    expect(meal.stepWith({ offers: '' })).toBe('dishes')
  })

  test('ends after it begins', () =>
    expect(meal.missing({ ...typed, endsAt: '11:00' })).toHaveProperty('endsAt'))
})

describe('a price table', () => {
  const today = '2026-11-21'
  const typed: rule.Form = {
    from: '2027-01-01',
    cap: '30',
    bands: [
      { fromAge: '70', percent: '75', hours: '0' },
      { fromAge: '60', percent: '80', hours: '10' },
    ],
  }

  test('goes out youngest first, and the contract takes it', () => {
    const draft = rule.draftOf(typed)
    expect(draft.bands.map(({ fromAge }) => fromAge)).toEqual([60, 70])
    expect(draft.cap).toBe(3000)
    expect(v.safeParse(priceRuleDraft, draft).success).toBe(true)
  })

  test('is said in what people will pay', () => {
    const said = rule.examplesOf(rule.draftOf(typed))
    expect(said).toEqual([
      '62 岁的人，10.00 元的饭付 8.00 元',
      '72 岁的人，10.00 元的饭付 7.50 元',
      // 30.00 at 7.5折 and 10.00 in full.
      '一餐点了 40.00 元，优惠只算前 30.00 元：72 岁的人付 32.50 元',
    ])
    expect(rule.bandSaid({ fromAge: 60, percent: 80, hours: 10 })).toBe(
      '60 岁起 8 折，要有 10 小时志愿服务',
    )
  })

  test('cannot begin today, nor have two bands from one age', () => {
    expect(rule.missing({ ...typed, from: today }, today)).toHaveProperty('from')
    const [band] = typed.bands
    expect(rule.missing({ ...typed, bands: [band!, band!] }, today)).toHaveProperty('bands')
    expect(rule.missing(typed, today)).toEqual({})
  })
})

describe('the meal at hand', () => {
  const meals = [
    { id: 'lunch', endsAt: instantOf('2026-11-21', '12:30') },
    { id: 'dinner', endsAt: instantOf('2026-11-21', '18:30') },
  ]

  test.each([
    ['08:00', 'lunch'],
    // Lunch is handed out for half an hour after it ends.
    ['12:35', 'lunch'],
    ['13:00', 'dinner'],
    ['20:00', 'dinner'],
  ])('at %s is %s', (time, id) =>
    expect(mealNow(meals, instantOf('2026-11-21', time))?.id).toBe(id),
  )
})

describe('the queue', () => {
  const line = (order: string, changes: Partial<QueueLine>): QueueLine => ({
    order,
    person: `person-${order}`,
    name: '王秀英',
    birthYear: 1948,
    homeName: '静安里社区 12号楼 2单元301室',
    kind: 'eatIn',
    note: '',
    cannotLeave: false,
    dishes: [],
    pays: 0,
    reason: { kind: 'unknown' },
    paidBy: null,
    state: 'placed',
    servedAt: null,
    by: null,
    ...changes,
  })
  const lines = [
    line('a', {}),
    line('b', { homeName: '静安里社区 3号楼 1单元101室', kind: 'delivery' }),
    line('c', { name: '李奶奶', state: 'served' }),
    line('d', { name: '赵大爷', state: 'notCollected' }),
  ]
  const orders = (found: readonly QueueLine[]) => found.map(({ order }) => order)

  test('says who bought without a name, and when', () => {
    const sold = { person: null, name: '', servedAt: instantOf('2026-11-21', '11:42') }
    expect(listedSaid(line('f', sold))).toBe('散客，上午 11:42 买的')
    expect(nameSaid(line('f', sold))).toBe('散客')
    expect(whoSaid(line('f', sold))).toBe('没有登记的人，柜台卖的')
    expect(listedSaid(line('g', { name: '' }))).toBe('已注销的居民')
    expect(listedSaid(lines[0]!)).toBe('王秀英')
  })

  test('finds by name and by door', () => {
    expect(orders(linesOf(lines, 'waiting', '王', new Set()))).toEqual(['a', 'b'])
    expect(orders(linesOf(lines, 'waiting', '301', new Set()))).toEqual(['a'])
  })

  test('counts what this phone gave without a network as given', () => {
    const kept = new Set(['a'])
    expect(orders(linesOf(lines, 'waiting', '', kept))).toEqual(['b'])
    expect(orders(linesOf(lines, 'given', '', kept))).toEqual(['a', 'c'])
    expect(orders(linesOf(lines, 'delivery', '', kept))).toEqual(['b'])
    expect(orders(linesOf(lines, 'other', '', kept))).toEqual(['d'])
  })

  test('a second order of the same person is nobody’s namesake', () => {
    expect(orders(namesakesOf(lines, lines[0]!))).toEqual(['b'])
    expect(namesakesOf([lines[0]!, line('e', { person: 'person-a' })], lines[0]!)).toEqual([])
  })
})
