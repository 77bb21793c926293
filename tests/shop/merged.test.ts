import { residents } from '@/types/residents'
import type { TestCloud } from '../support/cloud'
import { as, codeOf, jingHome, newKey, resident, staffOf } from '../support/people'
import { expectAgreement, give, keeper, shops, startShop, stocked } from './counter'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startShop()
})
afterAll(() => cloud.stop())

test('two records that become one are one at the shop: one limit, one purse, all orders', async () => {
  const goods = await stocked(cloud, 20, { perMonth: 2 })
  const ordered = await stocked(cloud, 20, { name: '面粉' })
  const home = { birthDate: '1942-03-01', home: jingHome() }
  const { id: keep } = await resident(cloud, 'o-li', '李奶奶', home)
  const worker = as(cloud, residents, staffOf.jingWorker)
  const { id: merge } = await worker('registerPerson', { name: '李奶奶', ...home })
  await give(cloud, keep, 100)
  await give(cloud, merge, 100)
  const counter = shops(cloud, keeper)
  const one = { goods, quantity: 1, expected: 30 }
  await counter('redeem', { person: keep, ...one })
  await counter('redeem', { person: merge, ...one })
  const { id: order } = await counter('order', {
    forResident: merge,
    goods: ordered,
    quantity: 1,
    expected: 30,
  })
  const { id: purchase } = await counter('askPurchase', {
    forResident: merge,
    what: '老花镜',
    most: null,
  })
  await as(cloud, residents, staffOf.jingStaff)('mergePeople', { keep, merge })

  expect(await codeOf(counter('redeem', { person: keep, ...one }))).toBe('MonthlyLimit')
  const li = shops(cloud, 'o-li')
  expect(await li('mine', {})).toMatchObject({
    points: 70 + 40,
    orders: { items: [{ id: order, person: { id: keep }, state: 'waiting' }] },
  })
  expect(await codeOf(li('order', { goods: ordered, quantity: 1, expected: 30 }))).toBe(
    'AlreadyOrdered',
  )
  expect((await counter('customer', { person: keep })).waiting).toMatchObject([{ id: order }])
  // What was asked under the other record is theirs, and they take it back.
  expect((await li('myPurchases', {})).items).toMatchObject([
    { id: purchase, person: { id: keep } },
  ])
  expect(await li('cancelPurchase', { purchase })).toMatchObject({ state: 'cancelled' })
  await li('cancelOrder', { goods: ordered, order })
  expect(await li('mine', {})).toMatchObject({ points: 140 })
  // More than either record had.
  expect(await li('order', { goods: ordered, quantity: 4, expected: 120 })).toMatchObject({
    state: 'waiting',
    points: 120,
  })
  expect(await li('mine', {})).toMatchObject({ points: 20 })
  // By the card of the record that is gone: the points of both, counted once.
  const [tap, free] = [{ key: newKey(), person: merge }, ordered]
  const paid = () => counter('redeem', { ...tap, goods: free, quantity: 1, expected: 30 })
  expect(await codeOf(paid())).toBe('NotEnoughPoints')
  await counter('cancelOrder', {
    ...{ forResident: keep, goods: ordered },
    order: (await li('mine', {})).orders.items.find(({ state }) => state === 'waiting')!.id,
  })
  const again = { ...tap, key: newKey() }
  const redeemed = await counter('redeem', { ...again, goods: free, quantity: 1, expected: 30 })
  expect(await counter('redeem', { ...again, goods: free, quantity: 1, expected: 30 })).toEqual(
    redeemed,
  )
  expect(await li('mine', {})).toMatchObject({ points: 110 })
  for (const each of [goods, ordered]) await expectAgreement(cloud, each)
})
