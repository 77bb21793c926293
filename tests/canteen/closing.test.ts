import readExcel from 'read-excel-file/node'
import { instantOf } from '@/types/shared/day'
import { CallFailed, type TestCloud } from '../support/cloud'
import { codeOf, jingHome, resident, staffOf, verify } from '../support/people'
import { clock, cook, eats, lunchOf, oneOf, openCanteen, refusal, startCanteen } from './kitchen'

// The last lunch of November, and what may still become of it in December.

let cloud: TestCloud
const li = 'o-li'
const lastDay = '2026-11-30'
let service = ''
let dishes: string[] = []

beforeEach(async () => {
  cloud = await startCanteen()
  await openCanteen(cloud)
  const { id } = await resident(cloud, li, '李奶奶', { home: jingHome('301') })
  await verify(cloud, id, '1942-03-01', jingHome('301'))
  const cutOff = instantOf(lastDay, '10:00')
  ;({ service, dishes } = await lunchOf(cloud, [1000], { day: lastDay, cutOff }))
})
afterEach(() => cloud.stop())

const place = async () =>
  (
    await eats(cloud, li)('placeOrder', {
      service,
      lines: oneOf(...dishes),
      kind: 'eatIn',
      pay: 'counter',
    })
  ).order
const close = (openid: string, as: 'operator' | 'centre') =>
  eats(cloud, openid)('closeMonth', { month: '2026-11', as })
const settlement = (month = '2026-11') => eats(cloud, cook)('settlement', { month })
/** 09:00 is the morning of 1 December. */
const december = (time: string, day = 1) => clock(cloud, time, 9 + day)
const sweep = () => cloud.timer('jobs')

test('a month is signed only when nothing can change its meals any more, and then holds all their money', async () => {
  const order = await place()
  await clock(cloud, '13:05', 9)
  await sweep()
  expect(await eats(cloud, li)('order', { order: order.id })).toMatchObject({
    state: 'notCollected',
  })
  await december('09:00')
  await sweep()
  // Until 24 hours after the last hand-over a scan may come from a phone without a network.
  const until = instantOf('2026-12-01', '13:00')
  expect(await refusal(close(cook, 'operator'))).toEqual({ code: 'MealsOpen', data: { until } })
  await december('12:50')
  await cloud.fault({
    action: 'database.modifyDocument',
    procedure: 'canteen.serve',
    collection: 'meal_orders',
    kind: 'crash',
  })
  const scan = {
    ...{ key: 'found-on-the-phone-at-last', service, order: order.id, nonce: 'nonce-from-monday' },
    ...{ scannedAt: instantOf(lastDay, '12:55'), paidBy: 'cash' as const },
  }
  await expect(eats(cloud, cook)('serve', scan)).rejects.toBeInstanceOf(CallFailed)
  await december('13:01')
  // The time is over, but the record of that meal is not written yet.
  expect(await settlement()).toMatchObject({ orders: 0 })
  expect(await codeOf(close(cook, 'operator'))).toBe('MealsOpen')
  await december('13:06')
  await sweep()
  expect(await close(cook, 'operator')).toMatchObject({
    orders: 1,
    pays: 600,
    channels: [{ paidBy: 'cash', orders: 1, amount: 600 }],
    waste: { orders: 0 },
  })
})

test('the table of a signed month says what was signed', async () => {
  const order = await place()
  await eats(cloud, cook)('markPaid', { order: order.id, paidBy: 'cash' })
  await clock(cloud, '13:05', 9)
  await sweep()
  await december('14:00')
  await sweep()
  await close(cook, 'operator')
  await close(staffOf.centreStaff, 'centre')
  const signed = await settlement()
  // Whatever happens to the orders later, by whatever mistake.
  await cloud.admin.collection('meal_orders').doc(order.id).update({ pays: 1, gross: 2 })
  expect(await settlement()).toEqual(signed)
  const { url } = await eats(cloud, cook)('exportSettlement', { month: '2026-11' })
  const file = Buffer.from(await (await fetch(url)).arrayBuffer())
  const [sums] = await readExcel(file)
  const row = (name: string) => sums!.data.find(([one]) => one === name)
  expect(row('合计')?.slice(1, 5)).toEqual([1, 10, 4, 6])
  expect(row('签字时的合计')?.slice(1, 5)).toEqual([1, 10, 4, 6])
  expect(row('食堂签字')?.[1]).toBe('马师傅 2026-12-01')
  expect(row('中心签字')?.[1]).toBe('孙社工 2026-12-01')
})

test('a meal nobody collected, paid and given back whole, gives its subsidy back in that month', async () => {
  const [left, collected] = [await place(), await place()]
  for (const { id } of [collected, left])
    await eats(cloud, cook)('markPaid', { order: id, paidBy: 'cash' })
  await clock(cloud, '11:30', 9)
  await eats(cloud, cook)('serve', { service, order: collected.id })
  await clock(cloud, '13:05', 9)
  await sweep()
  await december('14:00')
  await sweep()
  const november = await close(cook, 'operator')
  expect(november).toMatchObject({ subsidy: 400, subsidyBack: { orders: 0, amount: 0 } })
  const giveBack = (order: string, amount: number) =>
    eats(cloud, cook)('refund', { order, amount, because: '家里有事没来' })
  expect(left.subsidy).toBe(400)
  // The other one was eaten: it gives nothing back, whatever its price does.
  await giveBack(collected.id, collected.pays)
  await giveBack(left.id, left.pays - 100)
  expect((await settlement('2026-12')).subsidyBack).toEqual({ orders: 0, amount: 0 })
  await giveBack(left.id, 100)
  expect((await settlement('2026-12')).subsidyBack).toEqual({ orders: 1, amount: left.subsidy })
  expect((await settlement()).subsidy).toBe(400)
})

test('money can go back long after the meal was folded away, and what went back is said', async () => {
  const order = await place()
  await eats(cloud, cook)('markPaid', { order: order.id, paidBy: 'cash' })
  await clock(cloud, '11:30', 9)
  await eats(cloud, cook)('serve', { service, order: order.id })
  await clock(cloud, '13:05', 9)
  await sweep()
  await december('04:00', 32)
  await sweep()
  await sweep()
  expect((await eats(cloud, cook)('queue', { service })).items).toEqual([])
  const paid = async () => (await eats(cloud, cook)('paidOrders', { service })).items
  expect(await paid()).toMatchObject([
    {
      ...{ order: order.id, name: '李奶奶', pays: 600, paidBy: 'cash', refunded: 0 },
      dishes: [{ name: '菜1', portions: 1 }],
    },
  ])
  await eats(cloud, cook)('refund', { order: order.id, amount: 200, because: '菜凉了' })
  expect(await paid()).toMatchObject([{ refunded: 200 }])
})
