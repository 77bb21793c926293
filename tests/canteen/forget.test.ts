import type { OrderRecord, ServiceDoc } from '@/cloudfunctions/canteen/store'
import { residents } from '@/types/residents'
import { instantOf } from '@/types/shared/day'
import type { TestCloud } from '../support/cloud'
import { as, jingHome, resident, staffOf } from '../support/people'
import { clock, cook, documents, eats, lunchOf, oneOf, openCanteen, startCanteen } from './kitchen'

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startCanteen()
  await openCanteen(cloud, true)
})
afterEach(() => cloud.stop())

const on = (day: string) => ({ day, cutOff: instantOf(day, '10:00') })
const place = (openid: string, service: string, dishes: string[], change: object = {}) =>
  eats(cloud, openid)('placeOrder', {
    service,
    lines: oneOf(...dishes),
    kind: 'eatIn',
    pay: 'counter',
    ...change,
  })

test('whoever leaves gives back what is to come; what was eaten stays without a name', async () => {
  const { id } = await resident(cloud, 'o-leaving', '殷女士', { home: jingHome() })
  await resident(cloud, 'o-stays', '倪奶奶')
  const eaten = await lunchOf(cloud, [1000])
  const coming = await lunchOf(cloud, [900], on('2026-12-05'))
  const past = await place('o-leaving', eaten.service, eaten.dishes, { note: '殷家的' })
  const others = await place('o-stays', eaten.service, eaten.dishes)
  const next = await place('o-leaving', coming.service, coming.dishes, { pay: 'wechat' })
  await cloud.pay('o-leaving', next.payment!.package)
  await clock(cloud, '11:00')
  await eats(cloud, cook)('serve', { service: eaten.service, order: past.order.id, paidBy: 'cash' })
  const before = await eats(cloud, cook)('settlement', { month: '2026-11' })

  await as(cloud, residents, 'o-leaving')('deleteMyAccount', {})
  await clock(cloud, '01:05', 7)
  await cloud.timer('jobs')

  const records = await documents<OrderRecord>(cloud, 'meal_orders', {})
  const served = records.find(({ _id }) => _id === past.order.id)!
  expect(served).toMatchObject({ personName: '', note: '', state: 'served', pays: 1000 })
  expect(served.person).not.toBe(id)
  expect(records.find(({ _id }) => _id === next.order.id)).toMatchObject({
    state: 'cancelled',
    personName: '',
    refunds: [{ amount: 900 }],
  })
  expect(records.find(({ _id }) => _id === others.order.id)).toMatchObject({ personName: '倪奶奶' })
  const meals = await documents<ServiceDoc>(cloud, 'meal_services', {})
  const all = JSON.stringify([records, meals])
  for (const trace of [id, '殷女士', '殷家的']) expect(all).not.toContain(trace)
  expect(meals.find(({ _id }) => _id === coming.service)?.offers[coming.dishes[0]!]).toMatchObject({
    left: 8,
  })
  expect(await eats(cloud, cook)('settlement', { month: '2026-11' })).toMatchObject({
    gross: before.gross,
    pays: before.pays,
  })
})

test('records of one person that were merged order as one', async () => {
  const staff = as(cloud, residents, staffOf.centreStaff)
  const { id: paper } = await staff('registerPerson', { name: '胡师傅', home: jingHome('505') })
  const { service, dishes } = await lunchOf(cloud, [1000])
  const { order } = await place(staffOf.centreStaff, service, dishes, { forResident: paper })
  const { id: phone } = await resident(cloud, 'o-hu', '胡师傅')
  await staff('mergePeople', { keep: phone, merge: paper })
  const hu = eats(cloud, 'o-hu')
  expect((await hu('service', { service })).family[0]).toMatchObject({ order: { id: order.id } })
  expect((await hu('mine', {})).items.map(({ id }) => id)).toEqual([order.id])
  const again = await place('o-hu', service, dishes)
  expect(again.order.state).toBe('placed')
  await hu('cancelOrder', { order: order.id })
})

test('a month later the records alone are left of the orders of a meal, and money can still go back', async () => {
  await resident(cloud, 'o-stays', '倪奶奶')
  const { service, dishes } = await lunchOf(cloud, [1000])
  const { order } = await place('o-stays', service, dishes)
  await clock(cloud, '11:00')
  await eats(cloud, cook)('serve', { service, order: order.id, paidBy: 'card' })
  await clock(cloud, '13:05')
  await cloud.timer('jobs')
  await clock(cloud, '03:25', 31)
  await cloud.timer('jobs')
  const [meal] = await documents<ServiceDoc>(cloud, 'meal_services', { _id: service })
  expect(meal).toMatchObject({ folded: true, claims: {}, uses: {} })
  expect((await eats(cloud, 'o-stays')('mine', {})).items).toMatchObject([{ state: 'served' }])
  await eats(cloud, cook)('refund', { order: order.id, amount: 300, because: '不新鲜' })
  expect(await eats(cloud, 'o-stays')('order', { order: order.id })).toMatchObject({
    refunded: 300,
  })
  // Its meal was in November, the refund is one of December.
  expect((await eats(cloud, cook)('settlement', { month: '2026-11' })).refunds).toEqual([])
  expect((await eats(cloud, cook)('settlement', { month: '2026-12' })).refunds).toEqual([
    { paidBy: 'card', orders: 1, amount: 300 },
  ])
})
