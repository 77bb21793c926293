import { notices } from '@/types/notices'
import { residents } from '@/types/residents'
import { addDays, instantOf } from '@/types/shared/day'
import { costOf } from '../activities/cost'
import type { TestCloud } from '../support/cloud'
import { as, codeOf, jingHome, resident, staffOf, verify } from '../support/people'
import {
  clock,
  cook,
  eats,
  lunchOf,
  oneOf,
  openCanteen,
  publish,
  refusal,
  saveDish,
  startCanteen,
  today,
} from './kitchen'

let cloud: TestCloud
const daughter = 'o-liu'
const wang = 'o-wang'
let mother = ''
let wangId = ''

beforeAll(async () => {
  cloud = await startCanteen()
  await openCanteen(cloud)
  await resident(cloud, daughter, '刘女士', { birthDate: '1976-09-03', home: jingHome('301') })
  const { id } = await as(
    cloud,
    residents,
    daughter,
  )('addDependant', {
    name: '张奶奶',
    birthDate: '1942-06-18',
    relation: 'parent',
    consent: 'spoken',
    home: jingHome('301'),
  })
  mother = id
  await verify(cloud, mother, '1942-06-18', jingHome('301'))
  wangId = (await resident(cloud, wang, '王叔叔', { birthDate: '1961-01-01' })).id
})
afterAll(() => cloud.stop())
beforeEach(() => clock(cloud, '08:00'))

let days = 0
/** Each test has a day of its own: a meal is planned once. */
const nextDay = (): string => addDays(today, ++days)
const meal = (prices: readonly number[], portions = 10) =>
  lunchOf(cloud, prices, dayOf(nextDay()), portions)
const dayOf = (day: string) => ({ day, cutOff: instantOf(day, '10:00') })

test('a daughter orders for her mother of 84 and sees 6折 with the reason', async () => {
  const { service, dishes } = await meal([1250, 300])
  const shown = await eats(cloud, daughter)('service', { service })
  expect(shown.family).toMatchObject([
    { name: '刘女士', self: true, reason: { kind: 'notVerified' }, order: null },
    {
      id: mother,
      name: '张奶奶',
      self: false,
      reason: { kind: 'discount', age: 84, percent: 60 },
      homeName: '静安里社区 12号楼 2单元301室',
    },
  ])
  expect(shown.operator).toMatchObject({ licence: 'JY24101000000001', payByWechat: false })
  const ask = { forResident: mother, service, lines: oneOf(...dishes) }
  expect(await eats(cloud, daughter)('quote', ask)).toMatchObject({
    gross: 1550,
    subsidy: 620,
    pays: 930,
  })
  const { order, payment } = await eats(cloud, daughter)('placeOrder', {
    ...ask,
    kind: 'delivery',
    pay: 'counter',
    expected: 930,
    note: '软一点',
  })
  expect(payment).toBeNull()
  expect(order).toMatchObject({
    service,
    person: { id: mother, name: '张奶奶' },
    by: '刘女士',
    kind: 'delivery',
    note: '软一点',
    pays: 930,
    lines: [
      { name: '菜1', pays: 750, subsidy: 500 },
      { name: '菜2', pays: 180, subsidy: 120 },
    ],
    reason: { kind: 'discount', age: 84, percent: 60 },
    rule: 'first',
    state: 'placed',
    paidBy: null,
  })
  expect(await eats(cloud, daughter)('order', { forResident: mother, order: order.id })).toEqual(
    order,
  )
  expect((await eats(cloud, daughter)('mine', {})).items).toContainEqual(order)
  const after = await eats(cloud, daughter)('service', { service })
  expect(after.service.offers.map(({ left }) => left)).toEqual([7, 7])
  expect(after.family[1]).toMatchObject({ order })
  // Nobody else sees it.
  expect(await codeOf(eats(cloud, wang)('order', { order: order.id }))).toBe('NotFound')
  await cloud.timer('jobs')
  const told = await as(cloud, notices, daughter)('mine', {})
  expect(told.items).toContainEqual(
    expect.objectContaining({ event: 'mealOrdered', thing: order.id }),
  )
})

test('an order costs 4 requests in 3 round trips, a refusal 2 in 1', async () => {
  const { service, dishes } = await meal([800], 2)
  const place = () =>
    eats(cloud, wang)('placeOrder', {
      service,
      lines: oneOf(...dishes),
      kind: 'eatIn',
      pay: 'counter',
    })
  const cost = costOf(cloud, 'canteen.placeOrder')
  expect(await cost(place)).toEqual({ requests: 4, roundTrips: 3 })
  expect(await cost(() => codeOf(place()))).toEqual({ requests: 2, roundTrips: 1 })
})

test('the same tap orders once, also after the order was cancelled', async () => {
  const { service, dishes } = await meal([800])
  const tap = {
    key: 'wang-taps-three-times',
    service,
    lines: oneOf(...dishes),
    kind: 'eatIn',
    pay: 'counter',
  } as const
  const [one, two, three] = await Promise.all(
    [1, 2, 3].map(() => eats(cloud, wang)('placeOrder', tap)),
  )
  expect(two).toEqual(one)
  expect(three).toEqual(one)
  const left = async () => (await eats(cloud, wang)('service', { service })).service.offers[0]?.left
  expect(await left()).toBe(7)
  const { id } = one!.order
  expect(await eats(cloud, wang)('cancelOrder', { order: id })).toMatchObject({
    state: 'cancelled',
  })
  expect(await left()).toBe(8)
  expect(await eats(cloud, wang)('cancelOrder', { order: id })).toMatchObject({
    state: 'cancelled',
  })
  expect((await eats(cloud, wang)('placeOrder', tap)).order).toMatchObject({
    id,
    state: 'cancelled',
  })
  expect(await left()).toBe(8)
})

test('what cannot be ordered is refused with the facts, and nothing is taken', async () => {
  const { service, dishes } = await meal([800, 500], 5)
  const other = await saveDish(cloud, { name: '别的菜' })
  const ask = {
    service,
    lines: oneOf(...dishes),
    kind: 'eatIn',
    pay: 'counter',
  } as const
  const order = (change: object) => refusal(eats(cloud, wang)('placeOrder', { ...ask, ...change }))
  expect(await order({ lines: oneOf(other) })).toMatchObject({ code: 'NotOnTheMenu' })
  expect(await order({ lines: [{ dish: dishes[0], portions: 5 }] })).toEqual({
    code: 'SoldOut',
    data: { dish: dishes[0], name: '菜1', left: 4 },
  })
  expect(await order({ kind: 'delivery' })).toMatchObject({ code: 'HomeNeeded' })
  expect(await order({ expected: 1000 })).toEqual({ code: 'PriceChanged', data: { pays: 1300 } })
  expect(await order({ pay: 'wechat' })).toMatchObject({ code: 'NoWechatPay' })
  await eats(cloud, cook)('setSoldOut', { service, dish: dishes[1]!, soldOut: true })
  expect(await order({})).toMatchObject({ code: 'SoldOut', data: { left: 0 } })
  await eats(cloud, cook)('setSoldOut', { service, dish: dishes[1]!, soldOut: false })
  await eats(cloud, cook)('closeEarly', { service })
  expect(await order({})).toMatchObject({ code: 'OrderingClosed' })
  const { offers } = (await eats(cloud, wang)('service', { service })).service
  expect(offers.map(({ left }) => left)).toEqual([4, 4])
})

test('until the cut-off an order is changed and cancelled, not after it', async () => {
  const { service, dishes } = await lunchOf(cloud, [1000, 600])
  const [first, second] = [dishes[0]!, dishes[1]!]
  const { order } = await eats(cloud, wang)('placeOrder', {
    service,
    lines: [{ dish: first, portions: 2 }],
    kind: 'eatIn',
    pay: 'counter',
  })
  const change = {
    key: 'wang-changes-his-mind',
    order: order.id,
    lines: [
      { dish: first, portions: 1 },
      { dish: second, portions: 2 },
    ],
    kind: 'takeAway' as const,
  }
  expect(await refusal(eats(cloud, wang)('changeOrder', { ...change, expected: 1 }))).toEqual({
    code: 'PriceChanged',
    data: { pays: 2200 },
  })
  const changed = await eats(cloud, wang)('changeOrder', change)
  expect(changed).toMatchObject({ kind: 'takeAway', pays: 2200 })
  expect(await eats(cloud, wang)('changeOrder', change)).toEqual(changed)
  expect(await eats(cloud, wang)('order', { order: order.id })).toEqual(changed)
  const { offers } = (await eats(cloud, wang)('service', { service })).service
  expect(offers.map(({ left }) => left)).toEqual([7, 6])
  await clock(cloud, '10:00')
  expect(
    await codeOf(eats(cloud, wang)('changeOrder', { ...change, key: 'too-late-to-change' })),
  ).toBe('OrderingClosed')
  expect(await codeOf(eats(cloud, wang)('cancelOrder', { order: order.id }))).toBe('OrderingClosed')
})

test('two orders of one person share the discount of one meal, and a cancelled one gives it back', async () => {
  const { service, dishes } = await meal([1500])
  const place = () =>
    eats(cloud, daughter)('placeOrder', {
      forResident: mother,
      service,
      lines: oneOf(...dishes),
      kind: 'eatIn',
      pay: 'counter',
    })
  const { order: first } = await place()
  expect(first.pays).toBe(900)
  const { order: second } = await place()
  expect(second.pays).toBe(1500)
  await eats(cloud, daughter)('cancelOrder', { forResident: mother, order: first.id })
  expect((await place()).order.pays).toBe(900)
})

test('90 years old, two portions of one dish: the second at full price', async () => {
  const day = nextDay()
  const { service, dishes } = await lunchOf(cloud, [1500], dayOf(day))
  const { id } = await resident(cloud, 'o-old', '秦爷爷', { birthDate: '1936-02-29' })
  await verify(cloud, id, '1936-02-29')
  const quote = await eats(cloud, 'o-old')('quote', {
    service,
    lines: [{ dish: dishes[0]!, portions: 2 }],
  })
  expect(quote).toMatchObject({ pays: 2250, reason: { kind: 'discount', age: 90, percent: 50 } })
})

test('staff order for who has no phone, both names on record; volunteers’ hours open the discount', async () => {
  const { service, dishes } = await meal([1000])
  const { id } = await as(
    cloud,
    residents,
    staffOf.jingWorker,
  )('registerPerson', { name: '胡师傅', birthDate: '1961-05-05', home: jingHome('505') })
  await verify(cloud, id, '1961-05-05', jingHome('505'))
  await eats(cloud, staffOf.centreStaff)('savePriceRule', {
    rule: {
      from: today,
      bands: [{ fromAge: 60, percent: 80, hours: 10 }],
      cap: 3000,
    },
  })
  const ask = { forResident: id, service, lines: oneOf(...dishes) }
  expect(await eats(cloud, staffOf.jingWorker)('quote', ask)).toMatchObject({
    pays: 1000,
    reason: { kind: 'hoursMissing', age: 65, missing: 10 },
  })
  const give = async (minutes: number) => {
    await cloud.admin
      .collection('people')
      .doc(id)
      .update({ 'facts.minutes': { '2026-10': minutes } })
  }
  await give(540)
  expect(await eats(cloud, staffOf.jingWorker)('quote', ask)).toMatchObject({
    reason: { kind: 'hoursMissing', missing: 1 },
  })
  await give(600)
  const { order } = await eats(cloud, staffOf.jingWorker)('placeOrder', {
    ...ask,
    kind: 'eatIn',
    pay: 'counter',
  })
  expect(order).toMatchObject({ pays: 800, person: { name: '胡师傅' }, by: '赵网格员' })
  expect(order.rule).not.toBe('first')
  expect(
    await codeOf(
      eats(cloud, staffOf.chunWorker)('cancelOrder', { forResident: id, order: order.id }),
    ),
  ).toBe('NotAllowed')
})

test('the same as last time, as far as it is on the menu', async () => {
  const old = await lunchOf(cloud, [700, 900], dayOf(nextDay()))
  const [kept, gone] = [old.dishes[0]!, old.dishes[1]!]
  await eats(cloud, wang)('placeOrder', {
    service: old.service,
    lines: [
      { dish: kept, portions: 2 },
      { dish: gone, portions: 1 },
    ],
    kind: 'eatIn',
    pay: 'counter',
  })
  const service = await publish(cloud, { [kept]: 10 }, dayOf(nextDay()))
  const { family } = await eats(cloud, wang)('service', { service })
  expect(family[0]?.again?.lines).toEqual([{ dish: kept, portions: 2 }])
  expect(family[0]?.id).toBe(wangId)
})

test('a record that was lost is made again by the sweep, and people see the order meanwhile', async () => {
  const { service, dishes } = await meal([700])
  await cloud.fault({
    action: 'database.insertDocument',
    procedure: 'canteen.placeOrder',
    kind: 'crash',
    times: 1,
  })
  const tap = { service, lines: oneOf(...dishes), kind: 'eatIn', pay: 'counter' } as const
  await expect(eats(cloud, wang)('placeOrder', tap)).rejects.toThrow()
  await cloud.clearFaults()
  const shown = (await eats(cloud, wang)('service', { service })).family[0]?.order
  expect(shown).toMatchObject({ state: 'placed', pays: 700 })
  await clock(cloud, '08:05')
  await cloud.timer('jobs')
  expect(await eats(cloud, wang)('order', { order: shown!.id })).toEqual(shown)
  const told = await as(cloud, notices, wang)('mine', {})
  expect(told.items.filter(({ thing }) => thing === shown!.id)).toMatchObject([
    { event: 'mealOrdered' },
  ])
})
