import type { AidDoc, LedgerLine, PurchaseDoc } from '@/cloudfunctions/shop/store'
import { exporters } from '@/cloudfunctions/residents/exporters'
import { erasers } from '@/cloudfunctions/residents/erasers'
import { forget } from '@/cloudfunctions/shop/forget'
import type { PointsLine } from '@/cloudfunctions/volunteers/store'
import { stepInto } from '../kit/inside'
import { shop } from '@/types/shop'
import type { TestCloud } from '../support/cloud'
import { demoCloud } from '../support/demoCloud'
import { as, codeOf, dl, jingHome, resident } from '../support/people'
import {
  clock,
  documents,
  expectAgreement,
  goodsNow,
  keeper,
  pointsOf,
  rich,
  shops,
  startShop,
  stocked,
} from './counter'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startShop()
  stepInto(cloud)
})
afterAll(() => cloud.stop())

test('who leaves takes along what the shop knows of them, and what names them goes', async () => {
  const goods = await stocked(cloud, 9)
  const keeps = shops(cloud, keeper)
  const li = await rich(cloud, 'o-li', '李奶奶', 100)
  await resident(cloud, 'o-li', '李奶奶', { home: jingHome() })
  await shops(cloud, 'o-li')('order', { goods, quantity: 2, expected: 60 })
  await shops(cloud, 'o-li')('askPurchase', { what: '止痛药', most: null })
  const { id: cough } = await shops(cloud, 'o-li')('askPurchase', { what: '糖浆', most: null })
  await keeps('markBought', { purchase: cough, fen: 2850 })
  await keeps('handOverPurchase', { purchase: cough, expected: 2850 })
  await keeps('reverse', { entry: cough, because: '买错了' })
  const given = { goods, quantity: 1, person: li, as: 'handOut', because: '断粮' } as const
  await keeps('handOut', given)
  await keeps('askAid', { person: li, goods, quantity: 1, because: '家里着火了' })

  const export_ = async (name: string) => (await exporters[name]!(dl, [li], undefined)).documents
  expect(await export_('shopWaiting')).toMatchObject([{ claims: { [li]: { quantity: 2 } } }])
  expect((await export_('shopGoods')).map((line) => (line as LedgerLine).name).sort()).toEqual([
    '大米',
    '糖浆',
    '糖浆',
  ])
  expect(await export_('purchases')).toMatchObject([{ what: '止痛药' }, { what: '糖浆' }])
  expect(await export_('aid')).toMatchObject([{ because: '家里着火了' }])

  const at = Date.parse('2026-11-21T09:00:00+08:00')
  await forget(dl, [li], at)
  expect(await goodsNow(cloud, goods)).toMatchObject({ left: 8, kept: 0, people: [] })
  expect(await pointsOf(cloud, li)).toBe(100)
  expect(await export_('shopOrders')).toMatchObject([{ state: 'cancelled' }])
  const where = { person: li }
  const lines = await documents<LedgerLine>(cloud, 'stock_ledger', where)
  expect(lines.map(({ movement, name, because }) => [movement, name, because]).sort()).toEqual([
    ['buyingForOthers', '', null],
    ['handOut', '大米', null],
    ['reversal', '', null],
  ])
  expect(await documents<AidDoc>(cloud, 'aid_requests', where)).toMatchObject([
    { state: 'refused', because: '' },
  ])
  const bought = await documents<PurchaseDoc>(cloud, 'purchases', where)
  expect(bought.map(({ state, what }) => [state, what]).sort()).toEqual([
    ['cancelled', ''],
    ['reversed', ''],
  ])
  await expectAgreement(cloud, goods)

  // All erasers, as the night plays them: an id that somebody kept buys nothing.
  const { entry } = await keeps('redeem', { person: li, goods, quantity: 1, expected: 30 })
  for (const eraser of erasers) await eraser(dl, [li], null)
  const points = await documents<PointsLine>(cloud, 'points_ledger', where)
  expect([await pointsOf(cloud, li), points.reduce((sum, one) => sum + one.points, 0)]).toEqual([
    0, 0,
  ])
  expect(new Set(points.map(({ what }) => what))).toEqual(new Set(['']))
  const late = { person: li, goods, quantity: 1, expected: 30 }
  expect(await codeOf(keeps('redeem', late))).toBe('NotEnoughPoints')

  // What comes back to an id of somebody who left does not stay there.
  await cloud.admin.collection('people').where({ _id: li }).update({ erasedAt: at })
  await keeps('reverse', { entry, because: '记错了' })
  expect(await pointsOf(cloud, li)).toBe(30)
  await clock(cloud, '04:00', 1)
  for (let round = 0; round < 3; round++) await cloud.timer('jobs')
  expect(await pointsOf(cloud, li)).toBe(0)
  await expectAgreement(cloud, goods)
})

test('orders and what was paid are kept for five years, why somebody was in need for two', async () => {
  const goods = await stocked(cloud, 9)
  const wang = await rich(cloud, 'o-wang', '王大爷', 100)
  const { id: order } = await shops(cloud, 'o-wang')('order', { goods, quantity: 1, expected: 30 })
  await shops(cloud, keeper)('handOver', { goods, order })
  await shops(cloud, keeper)('askAid', { person: wang, goods, quantity: 1, because: '断粮' })
  const counts = async () => [
    (await documents(cloud, 'shop_orders', { person: wang })).length,
    (await documents(cloud, 'stock_ledger', { person: wang })).length,
    (await documents(cloud, 'aid_requests', { person: wang })).length,
  ]
  for (const [days, left] of [
    [731, [1, 1, 1]],
    [734, [1, 1, 0]],
    [1829, [1, 1, 0]],
    [1832, [0, 0, 0]],
  ] as const) {
    await clock(cloud, '04:00', days)
    // What is due of years comes in one night.
    for (let round = 0; round < 3; round++) await cloud.timer('jobs')
    expect([days, await counts()]).toEqual([days, [...left]])
  }
  // The sum of what was removed is kept.
  expect(await goodsNow(cloud, goods)).toMatchObject({ left: 8, base: { quantity: 8 } })
})

test('the demo shows a shop that is alive', async () => {
  const demo = await demoCloud('2026-11-23T08:00:00+08:00')
  try {
    const at = (openid: string) => as(demo, shop, openid, 'chj')
    const { items } = await at('demo-resident')('shelf', {})
    expect(items.length).toBeGreaterThanOrEqual(6)
    expect((await at('demo-staff')('ordersToHandOver', {})).items).toHaveLength(1)
    expect((await at('demo-staff')('aidRequests', {})).items).toMatchObject([{ mayDecide: true }])
    expect((await at('demo-staff')('purchases', {})).items).toHaveLength(1)
  } finally {
    await demo.stop()
  }
})
