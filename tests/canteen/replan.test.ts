import { notices } from '@/types/notices'
import { residents } from '@/types/residents'
import type { OrderRecord, ServiceDoc } from '@/cloudfunctions/canteen/store'
import { instantOf } from '@/types/shared/day'
import type { TestCloud } from '../support/cloud'
import { as, codeOf, jingHome, resident } from '../support/people'
import {
  clock,
  cook,
  documents,
  eats,
  helper,
  lunch,
  lunchOf,
  oneOf,
  openCanteen,
  refusal,
  startCanteen,
} from './kitchen'

// A meal that is changed while people count on it.

let cloud: TestCloud
const daughter = 'o-liu'
let mother = ''
let service = ''
let dish = ''

beforeEach(async () => {
  cloud = await startCanteen()
  await openCanteen(cloud)
  await resident(cloud, daughter, '刘女士', { home: jingHome('301') })
  const added = await as(
    cloud,
    residents,
    daughter,
  )('addDependant', {
    ...{ name: '张奶奶', relation: 'parent', consent: 'spoken', home: jingHome('301') },
  })
  mother = added.id
  const meal = await lunchOf(cloud, [1000])
  service = meal.service
  dish = meal.dishes[0]!
})
afterEach(() => cloud.stop())

const place = async (change: object = {}) =>
  (
    await eats(cloud, daughter)('placeOrder', {
      ...{ forResident: mother, service, lines: oneOf(dish), kind: 'eatIn', pay: 'counter' },
      ...change,
    })
  ).order
const orderOf = (order: string) => eats(cloud, daughter)('order', { forResident: mother, order })
const save = (change: object, portions = 10) =>
  eats(cloud, cook)('saveService', {
    service,
    draft: { ...lunch({ [dish]: portions }), ...change },
  })
const told = async () =>
  (await as(cloud, notices, daughter)('mine', {})).items
    .filter(({ event }) => event === 'mealChanged')
    .map(({ about, thing, data }) => ({ about: about.name, thing, ...data }))

test('who ordered is told of another time or place, once for each change, and of nothing else', async () => {
  const order = await place()
  const gone = await place()
  await eats(cloud, daughter)('cancelOrder', { forResident: mother, order: gone.id })
  await clock(cloud, '08:05')
  await save({}, 12)
  await cloud.timer('jobs')
  expect(await told()).toEqual([])
  await clock(cloud, '08:10')
  const moved = {
    key: 'to-the-second-floor',
    service,
    draft: lunch({ [dish]: 12 }, { placeName: '中心二楼' }),
  }
  await eats(cloud, cook)('saveService', moved)
  await eats(cloud, cook)('saveService', moved)
  const later = await place()
  await cloud.timer('jobs')
  await clock(cloud, '08:15')
  await cloud.timer('jobs')
  const first = { about: '张奶奶', thing: order.id, placeName: '中心二楼' }
  expect(await told()).toMatchObject([first])
  await clock(cloud, '08:20')
  await save({ placeName: '中心二楼', startsAt: '11:30' }, 12)
  await cloud.timer('jobs')
  const startsAt = instantOf('2026-11-21', '11:30')
  const all = await told()
  expect(all).toHaveLength(3)
  expect(all).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ thing: order.id, startsAt }),
      expect.objectContaining({ thing: later.id, startsAt }),
    ]),
  )
})

test('a way of eating that somebody chose is not dropped', async () => {
  const order = await place({ kind: 'delivery', cannotLeave: true })
  const eatIn = { kinds: ['eatIn', 'takeAway'] }
  expect(await refusal(save(eatIn))).toEqual({ code: 'KindInUse', data: { kind: 'delivery' } })
  await eats(cloud, daughter)('changeOrder', {
    ...{ forResident: mother, order: order.id, lines: oneOf(dish), kind: 'takeAway' },
  })
  expect(await refusal(save(eatIn))).toBeNull()
  expect(await codeOf(place({ kind: 'delivery', cannotLeave: true }))).toBe('NoSuchKind')
})

test('after an early close an order is cancelled until the cut-off, not changed; and a mistaken tap is taken back', async () => {
  const [first, second] = [await place(), await place()]
  expect(first.open).toBe(true)
  await eats(cloud, cook)('closeEarly', { service })
  expect(await orderOf(first.id)).toMatchObject({ open: false, state: 'placed' })
  const change = {
    ...{ forResident: mother, order: second.id, lines: oneOf(dish), kind: 'takeAway' as const },
  }
  expect(await codeOf(eats(cloud, daughter)('changeOrder', change))).toBe('OrderingClosed')
  expect(
    await eats(cloud, daughter)('cancelOrder', { forResident: mother, order: first.id }),
  ).toMatchObject({ state: 'cancelled' })
  expect(await codeOf(place())).toBe('OrderingClosed')
  await eats(cloud, helper)('reopenService', { service })
  await eats(cloud, helper)('reopenService', { service })
  expect(await orderOf(second.id)).toMatchObject({ open: true })
  expect(await eats(cloud, daughter)('changeOrder', change)).toMatchObject({ kind: 'takeAway' })
  await place()
  await eats(cloud, cook)('closeEarly', { service })
  await clock(cloud, '10:00')
  expect(await codeOf(eats(cloud, cook)('reopenService', { service }))).toBe('OrderingClosed')
  expect(
    await codeOf(eats(cloud, daughter)('cancelOrder', { forResident: mother, order: second.id })),
  ).toBe('OrderingClosed')
})

test('who changed and who cancelled an order stays with it, until they erase their record', async () => {
  const order = await place()
  await eats(cloud, daughter)('changeOrder', {
    ...{ forResident: mother, order: order.id, lines: oneOf(dish), kind: 'takeAway' },
  })
  expect(await orderOf(order.id)).toMatchObject({
    ...{ by: '刘女士', changedBy: '刘女士', cancelledBy: null },
  })
  const cancelled = await eats(cloud, daughter)('cancelOrder', {
    ...{ forResident: mother, order: order.id },
  })
  expect(cancelled).toMatchObject({ changedBy: '刘女士', cancelledBy: '刘女士' })
  await as(cloud, residents, daughter)('deleteMyAccount', {})
  await clock(cloud, '04:00', 20)
  await cloud.timer('jobs')
  await cloud.timer('jobs')
  const [record] = await documents<OrderRecord>(cloud, 'meal_orders', { _id: order.id })
  expect([record!.byName, record!.changedBy?.byName, record!.cancelledBy?.byName]).toEqual([
    '',
    '',
    '',
  ])
  expect(new Set([record!.by, record!.changedBy?.by, record!.cancelledBy?.by]).size).toBe(1)
  const [meal] = await documents<ServiceDoc>(cloud, 'meal_services', { _id: service })
  expect(JSON.stringify(meal)).not.toContain('刘女士')
})

test('a dish that is sold out and then is not can be ordered, changed to and sold again', async () => {
  const order = await place()
  const soldOut = (is: boolean) => eats(cloud, helper)('setSoldOut', { service, dish, soldOut: is })
  const change = (portions: number) =>
    codeOf(
      eats(cloud, daughter)('changeOrder', {
        ...{ forResident: mother, order: order.id, kind: 'eatIn' },
        lines: [{ dish, portions }],
      }),
    )
  const sell = () =>
    codeOf(eats(cloud, cook)('counterSale', { service, lines: oneOf(dish), paidBy: 'cash' }))
  await soldOut(true)
  expect(await change(2)).toBe('SoldOut')
  await soldOut(false)
  expect(await change(2)).toBe('ok')
  expect(await codeOf(place())).toBe('ok')
  await clock(cloud, '11:00')
  await soldOut(true)
  expect(await sell()).toBe('SoldOut')
  await soldOut(false)
  expect(await sell()).toBe('ok')
  expect(await codeOf(soldOut(false))).toBe('ok')
  expect(
    await codeOf(eats(cloud, cook)('setSoldOut', { service, dish: 'dl_dnone', soldOut: true })),
  ).toBe('NotOnTheMenu')
})

test('what the counter sells after the cut-off was not ordered', async () => {
  await place()
  await place()
  await clock(cloud, '11:00')
  // Two portions are the counter's own; the third one nobody had ordered.
  for (let i = 0; i < 3; i++)
    await eats(cloud, cook)('counterSale', { service, lines: oneOf(dish), paidBy: 'cash' })
  const day = '2026-11-21'
  const { items } = await eats(cloud, cook)('services', { from: day, to: day })
  expect(items).toMatchObject([{ ordered: 2, portions: 10, counterLeft: 5 }])
  // The plan can still change around it.
  await save({}, 5)
  expect((await eats(cloud, cook)('services', { from: day, to: day })).items).toMatchObject([
    { ordered: 2, portions: 5, counterLeft: 0 },
  ])
})
