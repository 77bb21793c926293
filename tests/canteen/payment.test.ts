import { notices } from '@/types/notices'
import type { OrderRecord } from '@/cloudfunctions/canteen/store'
import type { TestCloud } from '../support/cloud'
import { as, codeOf, resident } from '../support/people'
import {
  clock,
  cook,
  documents,
  eats,
  lunchOf,
  merchant,
  oneOf,
  openCanteen,
  refusal,
  startCanteen,
} from './kitchen'

let cloud: TestCloud
const wang = 'o-wang'
const zhao = 'o-zhao'
let service = ''
let dishes: string[] = []

beforeEach(async () => {
  cloud = await startCanteen()
  await openCanteen(cloud, true)
  await resident(cloud, wang, '王叔叔')
  await resident(cloud, zhao, '赵阿姨')
  ;({ service, dishes } = await lunchOf(cloud, [1200]))
})
afterEach(() => cloud.stop())

const place = (openid = wang, change: object = {}) =>
  eats(cloud, openid)('placeOrder', {
    service,
    lines: oneOf(...dishes),
    kind: 'eatIn',
    pay: 'wechat',
    ...change,
  })
const orderOf = (order: string, openid = wang) => eats(cloud, openid)('order', { order })
const left = async () => (await eats(cloud, wang)('service', { service })).service.offers[0]?.left
const recordOf = async (order: string) =>
  (await documents<OrderRecord>(cloud, 'meal_orders', { _id: order }))[0]!
/** What WeChat or anybody else sends to the function on its own. */
const event = (openid: string | null, data: object) =>
  cloud.call<{ errcode: number }>(openid, 'canteen', data)
/** Calls to WeChat Pay of one kind, and what came of them. */
const asked = async (api: string) =>
  (await cloud.outbox()).filter((entry) => entry.api === `cloudPay.${api}`)
const refundsOf = async (order: string) =>
  (await recordOf(order)).refunds.map(({ of, amount, open }) => ({ of, amount, open }))

test('WeChat’s own callback leads to the question, and the answer pays the order', async () => {
  const { order, payment } = await place()
  expect(order).toMatchObject({ state: 'paying', paidBy: null, payUntil: order.at + 15 * 60_000 })
  expect(order.id.length).toBeLessThanOrEqual(30)
  await cloud.pay(wang, payment!.package)
  expect(await orderOf(order.id)).toMatchObject({ state: 'placed', paidBy: 'wechat', refunded: 0 })
  expect(await asked('queryOrder')).toHaveLength(1)
  expect(await left()).toBe(7)
  await cloud.timer('jobs')
  const told = await as(cloud, notices, wang)('mine', {})
  expect(told.items).toMatchObject([{ event: 'mealOrdered' }])
  await clock(cloud, '08:20')
  await cloud.timer('jobs')
  expect(await orderOf(order.id)).toMatchObject({ state: 'placed', paidBy: 'wechat' })
})

test('a phone that comes back before the callback has it asked for', async () => {
  const { order, payment } = await place()
  expect(await orderOf(order.id)).toMatchObject({ state: 'paying' })
  await cloud.fault({ action: 'wx.wxPayApi', kind: 'error', times: 1 })
  await cloud.pay(wang, payment!.package)
  expect((await recordOf(order.id)).paidBy).toBeNull()
  expect(await orderOf(order.id)).toMatchObject({ state: 'placed', paidBy: 'wechat' })
})

test('what WeChat does not answer is left as it is', async () => {
  const { order } = await place()
  await clock(cloud, '08:16')
  await cloud.fault({ action: 'wx.wxPayApi', kind: 'error', times: 2 })
  await cloud.timer('jobs')
  expect((await recordOf(order.id)).state).toBe('paying')
  expect(await left()).toBe(7)
  await clock(cloud, '08:21')
  await cloud.timer('jobs')
  expect((await recordOf(order.id)).state).toBe('expired')
})

test('an order that WeChat did not begin to take money for is there, and the next tap pays it', async () => {
  await cloud.fault({ action: 'wx.wxPayApi', kind: 'error', times: 1 })
  const tap = { key: 'wang-orders-for-himself' }
  const { order, payment } = await place(wang, tap)
  expect(payment).toBeNull()
  expect(order).toMatchObject({ state: 'paying', paidBy: null })
  const meal = async () => (await eats(cloud, wang)('service', { service })).family[0]?.order
  expect(await meal()).toMatchObject({ id: order.id })
  await cloud.fault({ action: 'wx.wxPayApi', kind: 'error', times: 1 })
  expect(await codeOf(eats(cloud, wang)('payOrder', { order: order.id }))).toBe(
    'PaymentUnavailable',
  )
  const begun = await eats(cloud, wang)('payOrder', { order: order.id })
  await cloud.pay(wang, begun.payment!.package)
  expect(await meal()).toMatchObject({ id: order.id, state: 'placed', paidBy: 'wechat' })
  // One order, one attempt: nothing was taken twice on the way.
  expect(await left()).toBe(7)
  expect((await recordOf(order.id)).attempts).toHaveLength(1)
})

test('the same tap answers the same payment', async () => {
  const tap = { key: 'wang-pays-for-himself' }
  const first = await place(wang, tap)
  const second = await place(wang, tap)
  expect(second.payment?.package).toBe(first.payment?.package)
  const { payment } = await eats(cloud, wang)('payOrder', { order: first.order.id })
  expect(payment?.package).toBe(first.payment?.package)
})

test('duplicate, forged and unknown callbacks do no harm', async () => {
  const { order, payment } = await place()
  const forged = {
    returnCode: 'SUCCESS',
    resultCode: 'SUCCESS',
    outTradeNo: `${order.id}-1`,
    totalFee: 1200,
    transactionId: '42000000',
    userInfo: { openId: wang },
  }
  expect(await event(zhao, forged)).toEqual({ errcode: 0 })
  expect(await event(wang, forged)).toEqual({ errcode: 0 })
  expect(await orderOf(order.id)).toMatchObject({ state: 'paying' })
  expect(await event(wang, { outTradeNo: 'nothing-of-ours' })).toEqual({ errcode: 0 })
  expect(await event(wang, { ...forged, outTradeNo: `${order.id}-7` })).toEqual({ errcode: 0 })
  await cloud.pay(wang, payment!.package)
  const paid = await orderOf(order.id)
  for (let i = 0; i < 3; i++) expect(await event(wang, forged)).toEqual({ errcode: 0 })
  await event(wang, { ...forged, totalFee: 1 })
  expect(await orderOf(order.id)).toEqual(paid)
  expect(await refundsOf(order.id)).toEqual([])
})

test('an amount that is not the order’s is held for staff and pays nothing', async () => {
  const { order, payment } = await place()
  await cloud.admin
    .collection('meal_services')
    .doc(service)
    .update({ [`claims.${order.id}.pays`]: 1300, [`claims.${order.id}.version`]: 2 })
  await cloud.pay(wang, payment!.package)
  expect(await orderOf(order.id)).toMatchObject({ state: 'paying', paidBy: null })
  const { unsettled } = await eats(cloud, cook)('settlement', { month: '2026-11' })
  expect(unsettled).toMatchObject([{ order: order.id, refund: null, name: '王叔叔', amount: 1200 }])
  expect(cloud.output()).toContain('wrongAmount')
})

test('payments of a wrong amount are all held until somebody settles them, and are held once', async () => {
  const { order, payment } = await place()
  await cloud.admin
    .collection('meal_services')
    .doc(service)
    .update({ [`claims.${order.id}.pays`]: 1300, [`claims.${order.id}.version`]: 2 })
  await cloud.pay(wang, payment!.package)
  await event(wang, { outTradeNo: `${order.id}-1` })
  const unsettled = async () =>
    (await eats(cloud, cook)('settlement', { month: '2026-11' })).unsettled
  expect(await unsettled()).toHaveLength(1)
  const byHand = { order: order.id, refund: null, because: '钱数不对，整笔退回' }
  const tap = { ...byHand, key: 'sent-back-whole-by-wechat', paidBy: 'wechat' as const }
  await eats(cloud, cook)('settleByHand', tap)
  await eats(cloud, cook)('settleByHand', tap)
  expect(await codeOf(eats(cloud, cook)('settleByHand', { ...byHand, paidBy: 'cash' }))).toBe(
    'NothingToSettle',
  )
  expect(await unsettled()).toEqual([])
  // WeChat tells of the payment again: it is known.
  await event(wang, { outTradeNo: `${order.id}-1` })
  await clock(cloud, '08:40')
  await cloud.timer('jobs')
  expect(await unsettled()).toEqual([])
  expect(await refundsOf(order.id)).toEqual([{ of: 'late', amount: 1200, open: false }])
  expect(await eats(cloud, cook)('settlement', { month: '2026-11' })).toMatchObject({
    channels: [],
    refunds: [],
  })
})

test('after 15 minutes nobody can pay, and the portions are free again', async () => {
  const { order, payment } = await place()
  expect(await left()).toBe(7)
  await clock(cloud, '08:10')
  await cloud.timer('jobs')
  expect(await orderOf(order.id)).toMatchObject({ state: 'paying' })
  await clock(cloud, '08:16')
  await cloud.timer('jobs')
  expect(await orderOf(order.id)).toMatchObject({ state: 'expired', refunding: false })
  expect(await left()).toBe(8)
  expect(await asked('closeOrder')).toHaveLength(1)
  await expect(cloud.pay(wang, payment!.package)).rejects.toThrow('已关闭')
  expect(await codeOf(eats(cloud, wang)('payOrder', { order: order.id }))).toBe('NotPayable')
  const told = await as(cloud, notices, wang)('mine', {})
  expect(told.items).toMatchObject([{ event: 'mealExpired', thing: order.id }])
})

test('paid in the last moment, before anybody heard of it: the order stands', async () => {
  const { order, payment } = await place()
  await clock(cloud, '08:14')
  // The question fails both times that the callback leads to it, so only the job asks.
  await cloud.fault({ action: 'wx.wxPayApi', kind: 'error', times: 2 })
  await cloud.pay(wang, payment!.package)
  expect((await recordOf(order.id)).paidBy).toBeNull()
  await clock(cloud, '08:16')
  await cloud.timer('jobs')
  expect(await orderOf(order.id)).toMatchObject({ state: 'placed', paidBy: 'wechat' })
  expect(await left()).toBe(7)
})

test('money that comes after the order has ended goes back whole, once', async () => {
  const { order, payment } = await place()
  await eats(cloud, wang)('cancelOrder', { order: order.id })
  expect(await left()).toBe(8)
  await cloud.pay(wang, payment!.package)
  expect(await orderOf(order.id)).toMatchObject({ state: 'cancelled', paidBy: null })
  expect(await refundsOf(order.id)).toEqual([{ of: 'late', amount: 1200, open: true }])
  await event(wang, { outTradeNo: `${order.id}-1` })
  await clock(cloud, '08:30')
  await cloud.timer('jobs')
  expect(await refundsOf(order.id)).toEqual([{ of: 'late', amount: 1200, open: false }])
  expect(
    new Set(
      (await asked('refund')).map(({ input }) =>
        JSON.stringify((input as { out_refund_no: string }).out_refund_no),
      ),
    ).size,
  ).toBe(1)
  // It came and went: it is no part of the month.
  expect(await eats(cloud, cook)('settlement', { month: '2026-11' })).toMatchObject({
    channels: [],
    refunds: [],
  })
  const told = await as(cloud, notices, wang)('mine', {})
  expect(told.items.filter(({ event: what }) => what === 'mealRefunded')).toHaveLength(1)
})

test('a paid order that is cancelled is refunded the way it was paid', async () => {
  const { order, payment } = await place()
  await cloud.pay(wang, payment!.package)
  expect(await eats(cloud, wang)('cancelOrder', { order: order.id })).toMatchObject({
    state: 'cancelled',
    refunding: true,
    refunded: 0,
  })
  await clock(cloud, '08:15')
  await cloud.timer('jobs')
  expect(await orderOf(order.id)).toMatchObject({ refunding: false, refunded: 1200 })
  expect(await eats(cloud, cook)('settlement', { month: '2026-11' })).toMatchObject({
    orders: 0,
    channels: [{ paidBy: 'wechat', orders: 1, amount: 1200 }],
    refunds: [{ paidBy: 'wechat', orders: 1, amount: 1200 }],
  })
})

test('paid twice, at the counter and by WeChat: the second payment goes back', async () => {
  const { order } = await place(wang, { pay: 'counter' })
  const { payment } = await eats(cloud, wang)('payOrder', { order: order.id })
  // While somebody may still pay for it, its price stays.
  expect(
    await codeOf(
      eats(cloud, wang)('changeOrder', {
        order: order.id,
        lines: [{ dish: dishes[0]!, portions: 2 }],
        kind: 'eatIn',
      }),
    ),
  ).toBe('NotChangeable')
  await eats(cloud, cook)('markPaid', { order: order.id, paidBy: 'cash' })
  await cloud.pay(wang, payment!.package)
  expect(await orderOf(order.id)).toMatchObject({ state: 'placed', paidBy: 'cash' })
  expect(await refundsOf(order.id)).toMatchObject([{ of: 'late', amount: 1200 }])
})

test('an order for the counter that was not paid by WeChat in time is paid at the counter', async () => {
  const { order } = await place(wang, { pay: 'counter' })
  await eats(cloud, wang)('payOrder', { order: order.id })
  await clock(cloud, '08:20')
  await cloud.timer('jobs')
  expect(await orderOf(order.id)).toMatchObject({ state: 'placed', paidBy: null })
  await eats(cloud, cook)('markPaid', { order: order.id, paidBy: 'card' })
})

test('a meal that is called off: everybody is told, WeChat pays back, cash waits at the counter', async () => {
  const byWechat = await place()
  await cloud.pay(wang, byWechat.payment!.package)
  const { order: inCash } = await place(zhao, { pay: 'counter' })
  await eats(cloud, cook)('markPaid', { order: inCash.id, paidBy: 'cash' })
  expect(await eats(cloud, cook)('callOffService', { service, because: '停水了' })).toEqual({
    told: 2,
  })
  expect((await eats(cloud, zhao)('service', { service })).service).toMatchObject({
    state: 'calledOff',
    because: '停水了',
  })
  expect(await orderOf(inCash.id, zhao)).toMatchObject({ state: 'calledOff', refunding: true })
  await cloud.timer('jobs')
  await clock(cloud, '08:15')
  await cloud.timer('jobs')
  expect(await orderOf(byWechat.order.id)).toMatchObject({
    state: 'calledOff',
    refunded: 1200,
    refunding: false,
  })
  for (const openid of [wang, zhao]) {
    const { items } = await as(cloud, notices, openid)('mine', {})
    expect(items.filter(({ event: what }) => what === 'mealCalledOff')).toMatchObject([
      { data: { because: '停水了' } },
    ])
  }
  const back = { key: 'cash-over-the-counter', order: inCash.id, amount: 1200, because: '停水' }
  expect(await eats(cloud, cook)('refund', back)).toMatchObject({
    refunded: 1200,
    refunding: false,
  })
  expect(await eats(cloud, cook)('refund', back)).toMatchObject({ refunded: 1200 })
  expect(
    await refusal(eats(cloud, cook)('refund', { ...back, key: 'a-second-time-by-mistake' })),
  ).toEqual({ code: 'MoreThanPaid', data: { most: 0 } })
  // The same meal can be planned again.
  await lunchOf(cloud, [900])
})

test('staff give back a part; what WeChat does not take on now is sent again under the same number', async () => {
  const { order, payment } = await place()
  await cloud.pay(wang, payment!.package)
  expect(
    await eats(cloud, cook)('refund', { order: order.id, amount: 200, because: '少了一份汤' }),
  ).toMatchObject({ refunding: true, state: 'placed' })
  await clock(cloud, '08:30')
  await cloud.timer('jobs')
  expect(await orderOf(order.id)).toMatchObject({ refunded: 200, refunding: false })
  expect(await refundsOf(order.id)).toEqual([{ of: 'order', amount: 200, open: false }])
  expect(
    await codeOf(eats(cloud, cook)('refund', { order: order.id, amount: 1001, because: '多了' })),
  ).toBe('MoreThanPaid')
})

test('a refund that WeChat does not take on at once is written down all the same, and goes back once', async () => {
  const { order, payment } = await place()
  await cloud.pay(wang, payment!.package)
  const back = { key: 'two-yuan-for-the-soup', order: order.id, amount: 200, because: '少了汤' }
  await cloud.fault({ action: 'wx.wxPayApi', kind: 'error', times: 1 })
  expect(await eats(cloud, cook)('refund', back)).toMatchObject({ refunding: true, refunded: 0 })
  expect(await eats(cloud, cook)('refund', back)).toMatchObject({ refunding: true })
  await clock(cloud, '08:30')
  await cloud.timer('jobs')
  expect(await orderOf(order.id)).toMatchObject({ refunding: false, refunded: 200 })
  expect(await refundsOf(order.id)).toEqual([{ of: 'order', amount: 200, open: false }])
})

test.each(['CHANGE', 'REFUNDCLOSE'] as const)(
  'a refund that WeChat ends with %s is settled by hand, and its month can be closed',
  async (failed) => {
    const { order, payment } = await place()
    await cloud.pay(wang, payment!.package)
    await eats(cloud, wang)('cancelOrder', { order: order.id })
    const no = `${order.id}-r1`
    await cloud.failRefund(merchant, no, failed)
    await clock(cloud, '08:30')
    await cloud.timer('jobs')
    const settlement = () => eats(cloud, cook)('settlement', { month: '2026-11' })
    expect((await settlement()).unsettled).toMatchObject([
      { order: order.id, refund: no, name: '王叔叔', amount: 1200 },
    ])
    const sent = (await asked('refund')).length
    await clock(cloud, '09:00', 14)
    await cloud.timer('jobs')
    expect(await asked('refund')).toHaveLength(sent)
    const close = () =>
      codeOf(eats(cloud, cook)('closeMonth', { month: '2026-11', as: 'operator' }))
    expect(await close()).toBe('OrdersOpen')
    const byHand = { order: order.id, refund: no, paidBy: 'cash', because: '他的卡注销了' } as const
    const tap = { ...byHand, key: 'twelve-yuan-in-cash' }
    expect(await eats(cloud, cook)('settleByHand', tap)).toMatchObject({
      refunding: false,
      refunded: 1200,
    })
    await eats(cloud, cook)('settleByHand', tap)
    expect(await codeOf(eats(cloud, cook)('settleByHand', byHand))).toBe('NothingToSettle')
    expect((await recordOf(order.id)).refunds).toMatchObject([
      { settled: { by: 'dl_pcook', because: '他的卡注销了' } },
    ])
    expect(await settlement()).toMatchObject({
      unsettled: [],
      refunds: [{ paidBy: 'cash', orders: 1, amount: 1200 }],
    })
    expect(await close()).toBe('ok')
  },
)

test('a refund that WeChat has not taken on within a day is left to staff, and no longer sent', async () => {
  const { order, payment } = await place()
  await cloud.pay(wang, payment!.package)
  await cloud.fault({ action: 'wx.wxPayApi', kind: 'error', times: 100 })
  await eats(cloud, wang)('cancelOrder', { order: order.id })
  const unsettled = async () =>
    (await eats(cloud, cook)('settlement', { month: '2026-11' })).unsettled
  await clock(cloud, '20:00')
  await cloud.timer('jobs')
  expect(await unsettled()).toEqual([])
  await clock(cloud, '08:30', 1)
  await cloud.timer('jobs')
  expect(await unsettled()).toMatchObject([{ order: order.id, amount: 1200 }])
  await cloud.clearFaults()
  await clock(cloud, '09:00', 1)
  await cloud.timer('jobs')
  expect(await asked('refund')).toEqual([])
  expect(await unsettled()).toHaveLength(1)
})

test('an order nobody paid is not served, and one that ended is not either', async () => {
  const { order } = await place()
  await clock(cloud, '11:00')
  expect(
    await codeOf(eats(cloud, cook)('serve', { service, order: order.id, paidBy: 'cash' })),
  ).toBe('NotPaid')
  await cloud.timer('jobs')
  expect(await codeOf(eats(cloud, cook)('serve', { service, order: order.id }))).toBe('Cancelled')
})
