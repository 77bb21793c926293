import { residents } from '@/types/residents'
import { volunteers } from '@/types/volunteers'
import { instantOf } from '@/types/shared/day'
import type { TestCloud } from '../support/cloud'
import { as, codeOf, jingHome, resident, staffOf, verify } from '../support/people'
import {
  clock,
  cook,
  eats,
  helper,
  lunch,
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
const li = 'o-li'
let liId = ''
let card = ''

beforeEach(async () => {
  cloud = await startCanteen()
  await openCanteen(cloud)
  liId = (await resident(cloud, li, '李奶奶', { home: jingHome('301') })).id
  await verify(cloud, liId, '1942-03-01', jingHome('301'))
  ;({ card } = await as(cloud, residents, li)('memberCode', {}))
})
afterEach(() => cloud.stop())

const place = async (service: string, dishes: readonly string[], openid = li) =>
  (
    await eats(cloud, openid)('placeOrder', {
      service,
      lines: oneOf(...dishes),
      kind: 'eatIn',
      pay: 'counter',
    })
  ).order

test('an elder is served once by her card: paid there, the second time refused', async () => {
  const { service, dishes } = await lunchOf(cloud, [1000])
  const order = await place(service, dishes)
  expect(await codeOf(eats(cloud, cook)('serve', { service, card }))).toBe('NotServingNow')
  await clock(cloud, '11:20')
  expect(await refusal(eats(cloud, cook)('serve', { service, card }))).toEqual({
    code: 'NotPaid',
    data: { pays: 600 },
  })
  const tap = { key: 'the-cook-hands-it-over', service, card, paidBy: 'cash' as const }
  const served = await eats(cloud, cook)('serve', tap)
  expect(served).toMatchObject({
    provisional: false,
    twice: false,
    line: {
      order: order.id,
      name: '李奶奶',
      birthYear: 1942,
      homeName: '静安里社区 12号楼 2单元301室',
      state: 'served',
      paidBy: 'cash',
      dishes: [{ name: '菜1', portions: 1 }],
    },
  })
  expect(await eats(cloud, cook)('serve', tap)).toEqual(served)
  expect(await codeOf(eats(cloud, helper)('serve', { service, card }))).toBe('AlreadyServed')
  expect(await codeOf(eats(cloud, helper)('serve', { service, order: order.id }))).toBe(
    'AlreadyServed',
  )
  expect(await eats(cloud, li)('order', { order: order.id })).toMatchObject({ state: 'served' })
  expect(await codeOf(eats(cloud, li)('cancelOrder', { order: order.id }))).toBe('NotChangeable')
  expect(await codeOf(eats(cloud, cook)('serve', { service, card: 'dl_mnobody' }))).toBe(
    'CardUnknown',
  )
})

test('of two orders of one person the card hands over one after the other', async () => {
  const { service, dishes } = await lunchOf(cloud, [1000])
  const first = await place(service, dishes)
  const second = await place(service, dishes)
  await clock(cloud, '11:00')
  const hand = async () =>
    (await eats(cloud, cook)('serve', { service, card, paidBy: 'card' })).line.order
  expect(await hand()).toBe(first.id)
  expect(await hand()).toBe(second.id)
  expect(await codeOf(hand())).toBe('AlreadyServed')
})

test('a walk-in without an order is sold the counter’s portions at her own price', async () => {
  const { service, dishes } = await lunchOf(cloud, [1000, 500])
  await clock(cloud, '11:00')
  const lines = oneOf(...dishes)
  expect(await eats(cloud, cook)('counterQuote', { service, person: liId, lines })).toMatchObject({
    pays: 900,
  })
  const tap = { key: 'sold-to-li-at-eleven', service, person: liId, lines, paidBy: 'cash' as const }
  const sold = await eats(cloud, cook)('counterSale', { ...tap, expected: 900 })
  expect(sold).toMatchObject({
    state: 'served',
    paidBy: 'cash',
    pays: 900,
    person: { id: liId, name: '李奶奶' },
    by: '马师傅',
  })
  expect(await eats(cloud, cook)('counterSale', tap)).toEqual(sold)
  // Her second meal is at full price, and somebody nobody knows pays it too.
  expect(await eats(cloud, cook)('counterQuote', { service, person: liId, lines })).toMatchObject({
    pays: 1500,
  })
  expect(await eats(cloud, cook)('counterSale', { service, lines, paidBy: 'card' })).toMatchObject({
    pays: 1500,
    person: null,
    reason: { kind: 'unknown' },
  })
  const { counterLeft, items, served } = await eats(cloud, cook)('queue', { service })
  // Two of ten for the counter; ordering is over, so the other eight are sold there too.
  expect(counterLeft.map(({ left }) => left)).toEqual([8, 8])
  expect(served).toBe(2)
  expect(items.map(({ name }) => name).sort()).toEqual(['', '李奶奶'])
})

test('before the cut-off the counter sells its own portions only, and orders do not touch them', async () => {
  const { service, dishes } = await lunchOf(cloud, [1000], { cutOff: instantOf(today, '11:30') }, 5)
  await clock(cloud, '11:00')
  const sell = () =>
    eats(cloud, cook)('counterSale', { service, lines: oneOf(...dishes), paidBy: 'cash' })
  await sell()
  expect(await refusal(sell())).toMatchObject({ code: 'SoldOut', data: { left: 0 } })
  for (let i = 0; i < 4; i++) await place(service, dishes)
  expect(await codeOf(place(service, dishes))).toBe('SoldOut')
  await clock(cloud, '11:30')
  expect(await codeOf(sell())).toBe('SoldOut')
})

test('scans without a network: the earlier one counts, the other stays on the list', async () => {
  const { service, dishes } = await lunchOf(cloud, [1000])
  const order = await place(service, dishes)
  await eats(cloud, cook)('markPaid', { order: order.id, paidBy: 'card' })
  const scan = (time: string, nonce: string) => ({
    service,
    order: order.id,
    scannedAt: instantOf(today, time),
    nonce,
  })
  await clock(cloud, '14:00')
  const late = scan('11:40', 'nonce-of-the-helper')
  expect(await eats(cloud, helper)('serve', late)).toMatchObject({
    provisional: true,
    twice: false,
  })
  const early = scan('11:20', 'nonce-of-the-cook-11')
  expect(await eats(cloud, cook)('serve', early)).toMatchObject({
    provisional: true,
    twice: true,
    line: { servedAt: early.scannedAt },
  })
  // The phone sends what it has again, under another key.
  expect(await eats(cloud, helper)('serve', late)).toMatchObject({ twice: true })
  const { servedTwice } = await eats(cloud, cook)('queue', { service })
  expect(servedTwice).toEqual([
    {
      ...{ order: order.id, name: '李奶奶', at: late.scannedAt, by: '何阿姨' },
      ...{ paidBy: null, pays: 600 },
    },
  ])
  expect((await eats(cloud, cook)('settlement', { month: '2026-11' })).servedTwice).toBe(1)
  await clock(cloud, '11:30', 1)
  expect(await codeOf(eats(cloud, cook)('serve', scan('11:25', 'nonce-much-too-late')))).toBe(
    'ScannedTooLongAgo',
  )
})

test('what nobody collected is waste when it was not paid, and a scan that comes late still counts', async () => {
  const { service, dishes } = await lunchOf(cloud, [1000])
  const unpaid = await place(service, dishes)
  const paid = await place(service, dishes)
  await eats(cloud, cook)('markPaid', { order: paid.id, paidBy: 'cash' })
  expect(await codeOf(eats(cloud, cook)('markPaid', { order: paid.id, paidBy: 'cash' }))).toBe(
    'AlreadyPaid',
  )
  await clock(cloud, '12:59')
  await cloud.timer('jobs')
  expect(await eats(cloud, li)('order', { order: unpaid.id })).toMatchObject({ state: 'placed' })
  await clock(cloud, '13:05')
  await cloud.timer('jobs')
  expect(await eats(cloud, li)('order', { order: unpaid.id })).toMatchObject({
    state: 'notCollected',
  })
  const month = await eats(cloud, cook)('settlement', { month: '2026-11' })
  expect(month).toMatchObject({
    orders: 1,
    pays: paid.pays,
    waste: { orders: 1, portions: 1, gross: 1000 },
  })
  const scan = {
    service,
    order: paid.id,
    scannedAt: instantOf(today, '12:10'),
    nonce: 'nonce-found-in-a-pocket',
  }
  expect((await eats(cloud, cook)('serve', scan)).line).toMatchObject({ state: 'served' })
  expect(await eats(cloud, li)('order', { order: paid.id })).toMatchObject({ state: 'served' })
})

test('the kitchen sees what to cook; who carries this meal sees where to, on its day', async () => {
  const { service, dishes } = await lunchOf(cloud, [1000, 400], {
    day: '2026-11-22',
    cutOff: instantOf('2026-11-22', '10:00'),
  })
  await eats(cloud, li)('placeOrder', {
    service,
    lines: [{ dish: dishes[0]!, portions: 3 }],
    kind: 'delivery',
    cannotLeave: true,
    note: '不要辣',
    pay: 'counter',
  })
  await place(service, [dishes[1]!])
  expect(await eats(cloud, cook)('kitchenSheet', { service })).toMatchObject({
    dishes: [
      { name: '菜1', ordered: 3, counter: 2, eatIn: 0, takeAway: 0, delivery: 3 },
      { name: '菜2', ordered: 1, counter: 2, eatIn: 1, takeAway: 0, delivery: 0 },
    ],
    notes: [{ note: '不要辣', dishes: '菜1' }],
  })
  const list = await eats(cloud, cook)('deliveries', { service })
  expect(list.buildings).toMatchObject([
    {
      building: '静安里社区 12号楼',
      items: [{ name: '李奶奶', note: '不要辣', cannotLeave: true }],
    },
  ])
  const centreStaff = as(cloud, volunteers, staffOf.centreStaff)
  const volunteer = async (openid: string, name: string) => {
    const { id: person } = await resident(cloud, openid, name)
    const role = { person, role: 'volunteer' as const, node: 'dl_centre' }
    await as(cloud, residents, staffOf.admin)('grantRole', role)
  }
  const noon = {
    ...{ title: '中午', placeName: '中心一楼', needed: 3 },
    startsAt: instantOf('2026-11-22', '10:30'),
    endsAt: instantOf('2026-11-22', '13:00'),
  }
  const shift = (kind: 'delivery' | 'canteenHelper', meal: string) =>
    centreStaff('saveShift', { ...noon, kind, meal, node: 'dl_centre' })
  const dish = list.service.offers[0]!.dish
  const evening = { meal: 'dinner', startsAt: '17:00', endsAt: '18:30' } as const
  const dinner = await publish(cloud, { [dish]: 5 }, { ...evening, day: '2026-11-22' })
  const tomorrow = await publish(cloud, { [dish]: 5 }, { ...evening, day: '2026-11-23' })
  for (const other of [tomorrow, 'dl_sanother'])
    expect(await codeOf(shift('delivery', other))).toBe('NoSuchMeal')
  await volunteer('o-carries', '老陈')
  await volunteer('o-cooks', '小陆')
  await volunteer('o-elsewhere', '大刘')
  const carrying = await shift('delivery', service)
  for (const [openid, { id }] of [
    ['o-carries', carrying],
    ['o-cooks', await shift('canteenHelper', service)],
    ['o-elsewhere', await shift('delivery', dinner)],
  ] as const)
    await as(cloud, volunteers, openid)('confirmShift', { shift: id })
  const sees = (openid: string) => codeOf(eats(cloud, openid)('deliveries', { service }))
  expect(await sees('o-carries')).toBe('NotAllowed')
  await clock(cloud, '09:00', 1)
  expect(await sees('o-carries')).toBe('ok')
  for (const openid of ['o-cooks', 'o-elsewhere', li]) expect(await sees(openid)).toBe('NotAllowed')
  // Who changes something else says nothing of the meal, and it stays.
  const edit = { ...noon, kind: 'delivery', shift: carrying.id, needed: 4 } as const
  await centreStaff('saveShift', edit)
  expect(await sees('o-carries')).toBe('ok')
  await centreStaff('saveShift', { ...edit, meal: null })
  expect(await sees('o-carries')).toBe('NotAllowed')
})

test('a plan is changed around what people took, and nothing less', async () => {
  const { service, dishes } = await lunchOf(cloud, [1000, 500])
  const [first, second] = [dishes[0]!, dishes[1]!]
  for (let i = 0; i < 3; i++) await place(service, [first])
  const save = (offers: Record<string, number>, change: object = {}, rev?: number) =>
    refusal(
      eats(cloud, cook)('saveService', { service, rev, draft: { ...lunch(offers), ...change } }),
    )
  expect(await save({ [first]: 2, [second]: 5 })).toEqual({
    code: 'PortionsTaken',
    data: { name: '菜1', least: 3 },
  })
  expect(await save({ [second]: 5 })).toMatchObject({ code: 'PortionsTaken' })
  const monday = { day: '2026-11-23', cutOff: instantOf('2026-11-23', '10:00') }
  expect(await save({ [first]: 9, [second]: 5 }, monday)).toMatchObject({ code: 'PortionsTaken' })
  expect(await save({ [first]: 9, [second]: 5 }, {}, 7)).toMatchObject({ code: 'ChangedMeanwhile' })
  expect(await save({ [first]: 9, [second]: 5 }, { counterPercent: 0 }, 1)).toBeNull()
  const { items } = await eats(cloud, cook)('services', { from: today, to: today })
  expect(items).toMatchObject([
    {
      ordered: 3,
      portions: 14,
      counterLeft: 0,
      plan: [
        { dish: first, portions: 9 },
        { dish: second, portions: 5 },
      ],
      offers: [{ left: 6 }, { left: 5 }],
      rev: 2,
    },
  ])
  // As few as are taken: the counter then has none.
  expect(await save({ [first]: 3, [second]: 5 })).toBeNull()
  expect(await codeOf(place(service, [first]))).toBe('SoldOut')
})

test('a menu keeps its dishes as they were, a meal is planned once, and a week is copied', async () => {
  const { service, dishes } = await lunchOf(cloud, [1000])
  const [dish] = dishes as [string]
  await eats(cloud, cook)('saveDish', {
    dish,
    draft: {
      name: '新红烧肉',
      price: 1100,
      marks: ['soft'],
      allergens: [],
      photo: null,
      discountable: true,
    },
  })
  const seen = (await eats(cloud, li)('service', { service })).service.offers
  expect(seen).toMatchObject([{ name: '菜1', price: 1000, allergens: ['soy'] }])
  expect(await codeOf(publish(cloud, { [dish]: 5 }))).toBe('MealTaken')
  const gone = await saveDish(cloud, { name: '不做了' })
  await publish(
    cloud,
    { [dish]: 6, [gone]: 4 },
    {
      day: '2026-11-22',
      cutOff: instantOf('2026-11-21', '20:00'),
    },
  )
  await eats(cloud, cook)('saveDish', {
    dish: gone,
    draft: { name: '不做了', price: 1, marks: [], allergens: [], photo: null, discountable: true },
    retired: true,
  })
  const week = { key: 'copy-the-week-as-it-is', from: '2026-11-16', to: '2026-11-23' }
  expect(await eats(cloud, cook)('copyWeek', week)).toEqual({ planned: 2, skipped: 0 })
  expect(
    await eats(cloud, helper)('copyWeek', { ...week, key: 'and-once-more-by-mistake' }),
  ).toEqual({
    planned: 0,
    skipped: 2,
  })
  const { items } = await eats(cloud, cook)('services', { from: '2026-11-23', to: '2026-11-29' })
  expect(items).toMatchObject([
    {
      day: '2026-11-28',
      state: 'draft',
      startsAt: instantOf('2026-11-28', '11:00'),
      offers: [{ name: '新红烧肉', price: 1100, left: 8 }],
    },
    {
      day: '2026-11-29',
      cutOff: instantOf('2026-11-28', '20:00'),
      plan: [{ dish, portions: 6 }],
    },
  ])
  expect((await eats(cloud, li)('menu', {})).services.map(({ day }) => day)).toEqual([
    '2026-11-21',
    '2026-11-22',
  ])
  await eats(cloud, cook)('publishService', { service: items[0]!.id })
  expect((await eats(cloud, li)('menu', {})).services).toHaveLength(3)
  expect(await codeOf(eats(cloud, li)('service', { service: items[1]!.id }))).toBe('NotFound')
})

test('清真 only where it is licensed', async () => {
  expect(await codeOf(saveDish(cloud, { marks: ['halal'] }))).toBe('NoHalalLicence')
})
