import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { payBackOff } from '@/emulator/openapi/cloudPay'
import { PaymentBook } from '@/emulator/openapi/cloudPay/book'
import { State } from '@/emulator/openapi/state'
import { appid, hours, li, minutes, startOpenApi, wang, type Fixture, type Reply } from './sdk'

const folder = mkdtempSync(join(tmpdir(), 'openapi-'))
const merchant = '1900000109'
let cloud: Fixture
let deaf = false
let serial = 0

beforeAll(async () => {
  cloud = await startOpenApi({
    options: { stateFile: join(folder, 'openapi.sqlite'), refundSettlesAfterMs: 2 * minutes },
    functions: { paid: () => (deaf ? { errcode: -1 } : { errcode: 0, errmsg: 'SUCCESS' }) },
  })
})
beforeEach(() => {
  cloud.calls.length = 0
  deaf = false
  cloud.runIn('canteen', li)
})
afterAll(async () => {
  await cloud.close()
  rmSync(folder, { recursive: true })
})

const pay = (): Record<string, (data: object) => Promise<Reply>> => cloud.sdk.cloudPay
const names = (outTradeNo: string): object => ({ subMchId: merchant, nonceStr: 'n', outTradeNo })
const orderOf = (outTradeNo: string, change: object = {}): Promise<Reply> =>
  pay().unifiedOrder!({
    ...names(outTradeNo),
    body: '午餐',
    totalFee: 1200,
    spbillCreateIp: '127.0.0.1',
    tradeType: 'JSAPI',
    envId: 'test-env',
    functionName: 'paid',
    ...change,
  })
const refundOf = (
  outTradeNo: string,
  outRefundNo: string,
  refundFee: number,
  change: object = {},
) =>
  pay().refund!({
    ...names(outTradeNo),
    outRefundNo,
    totalFee: 1200,
    refundFee,
    envId: 'test-env',
    functionName: 'paid',
    ...change,
  })
const stateOf = async (outTradeNo: string): Promise<string> =>
  (await pay().queryOrder!(names(outTradeNo))).tradeState as string

async function newOrder(change: object = {}): Promise<string> {
  const outTradeNo = `lunch-${++serial}`
  expect((await orderOf(outTradeNo, change)).resultCode).toBe('SUCCESS')
  return outTradeNo
}
async function paidOrder(): Promise<string> {
  const outTradeNo = await newOrder()
  cloud.openapi.pay(outTradeNo)
  await cloud.openapi.deliverCallbacks()
  cloud.calls.length = 0
  return outTradeNo
}
/** The SDK overwrites errCode with 0, so a function sees the reason only in words. */
const refusal = (errCodeDes: string): object => ({
  errCode: 0,
  returnCode: 'SUCCESS',
  resultCode: 'FAIL',
  errCodeDes,
})
/** What went over the wire, where the code is still there. */
const lastCode = (): unknown =>
  (cloud.openapi.outbox().at(-1)?.result as Record<string, unknown>).err_code

test('an order answers what wx.requestPayment takes', async () => {
  const reply = await orderOf('lunch-first')
  expect(reply).toMatchObject({
    errCode: 0,
    errMsg: 'cloudPay.unifiedOrder:ok',
    returnCode: 'SUCCESS',
    returnMsg: 'OK',
    resultCode: 'SUCCESS',
    subAppid: appid,
    subMchId: merchant,
    tradeType: 'JSAPI',
    payment: {
      appId: appid,
      timeStamp: String(cloud.clock.now() / 1000),
      package: `prepay_id=${reply.prepayId as string}`,
      signType: 'MD5',
      paySign: expect.stringMatching(/^[0-9A-F]{32}$/) as unknown,
    },
  })
  expect(await stateOf('lunch-first')).toBe('NOTPAY')
})

test('paying by the package tells the function once, and the order is paid', async () => {
  const { payment } = await orderOf('lunch-paid', { attach: 'order:7' })
  const { transactionId } = cloud.openapi.pay(payment.package as string, li)
  await cloud.openapi.deliverCallbacks()
  expect(cloud.calls).toHaveLength(1)
  expect(cloud.calls[0]).toMatchObject({
    functionName: 'paid',
    caller: { source: 'wx_unknown', openid: li },
    event: {
      returnCode: 'SUCCESS',
      resultCode: 'SUCCESS',
      subAppid: appid,
      subMchId: merchant,
      subOpenid: li,
      tradeType: 'JSAPI',
      totalFee: 1200,
      cashFee: 1200,
      feeType: 'CNY',
      transactionId,
      outTradeNo: 'lunch-paid',
      attach: 'order:7',
      timeEnd: '20261116080000',
      userInfo: { appId: appid, openId: li },
    },
  })
  const queried = await pay().queryOrder!({ subMchId: merchant, nonceStr: 'n', transactionId })
  expect(queried).toMatchObject({ tradeState: 'SUCCESS', outTradeNo: 'lunch-paid', totalFee: 1200 })
  expect(() => cloud.openapi.pay('lunch-paid')).toThrow('该订单已支付')
  await cloud.pass(48 * hours)
  expect(cloud.calls).toHaveLength(1)
})

test('only who ordered can pay', async () => {
  const outTradeNo = await newOrder()
  expect(() => cloud.openapi.pay(outTradeNo, wang)).toThrow('同一用户')
  expect(await stateOf(outTradeNo)).toBe('NOTPAY')
})

test('the same order asked twice is one order; with another amount its number is taken', async () => {
  const { prepayId } = await orderOf('lunch-twice')
  expect((await orderOf('lunch-twice')).prepayId).toBe(prepayId)
  expect(await orderOf('lunch-twice', { totalFee: 1 })).toMatchObject(refusal('201 商户订单号重复'))
  expect(lastCode()).toBe('OUT_TRADE_NO_USED')
})

test('a number belongs to its merchant', async () => {
  await orderOf('lunch-shared')
  const other = await orderOf('lunch-shared', { subMchId: '1900000222', totalFee: 5 })
  expect(other.resultCode).toBe('SUCCESS')
  expect((await pay().queryOrder!(names('lunch-shared'))).totalFee).toBe(1200)
})

test('a paid or unknown order is refused with its code', async () => {
  const outTradeNo = await paidOrder()
  expect(await orderOf(outTradeNo)).toMatchObject(refusal('该订单已支付'))
  expect(lastCode()).toBe('ORDERPAID')
  expect(await pay().closeOrder!(names(outTradeNo))).toMatchObject(refusal('该订单已支付'))
  expect(await pay().queryOrder!(names('lunch-never'))).toMatchObject(refusal('订单不存在'))
  expect(lastCode()).toBe('ORDERNOTEXIST')
})

test.each([
  ['no merchant', { subMchId: undefined }, '缺少参数sub_mch_id'],
  ['no random text', { nonceStr: undefined }, '缺少参数nonce_str'],
  ['no callback', { functionName: undefined }, '缺少参数function_name'],
  ['an amount in quotes', { totalFee: '1200' }, '参数total_fee格式错误'],
  ['no amount at all', { totalFee: 0 }, '参数total_fee格式错误'],
  ['half a fen', { totalFee: 1.5 }, '参数total_fee格式错误'],
  ['a number of 33 characters', { outTradeNo: 'a'.repeat(33) }, '参数out_trade_no格式错误'],
  ['a number with Chinese', { outTradeNo: '午餐1' }, '参数out_trade_no格式错误'],
  ['another kind of trade', { tradeType: 'APP' }, '参数trade_type格式错误'],
  ['an expiry in the past', { timeExpire: '20261116075900' }, 'time_expire时间过短'],
])('%s is malformed', async (_name, change, reason) => {
  const reply = await orderOf('lunch-malformed', change)
  expect(reply.returnCode).toBe('FAIL')
  expect(reply.returnMsg).toContain(reason)
  expect(reply).not.toHaveProperty('payment')
})

test('an order closes after five minutes, not before, and is paid no more', async () => {
  const outTradeNo = await newOrder()
  await cloud.pass(5 * minutes - 1)
  expect((await pay().closeOrder!(names(outTradeNo))).resultCode).toBe('FAIL')
  await cloud.pass(1)
  expect((await pay().closeOrder!(names(outTradeNo))).resultCode).toBe('SUCCESS')
  expect(await stateOf(outTradeNo)).toBe('CLOSED')
  expect(() => cloud.openapi.pay(outTradeNo)).toThrow('订单已关闭')
  expect(await orderOf(outTradeNo)).toMatchObject(refusal('订单已关闭'))
  expect(await pay().closeOrder!(names(outTradeNo))).toMatchObject(refusal('订单已关闭'))
})

test('an order with an expiry, and a prepay id of two hours, run out by themselves', async () => {
  const expire = new Date(cloud.clock.now() + 8 * hours + 10 * minutes).toISOString()
  const timeExpire = expire.slice(0, 19).replace(/\D/g, '')
  const expiring = await newOrder({ timeExpire })
  const plain = await newOrder()
  await cloud.pass(10 * minutes)
  expect(() => cloud.openapi.pay(expiring)).toThrow('订单已关闭')
  expect(await stateOf(expiring)).toBe('CLOSED')
  await cloud.pass(2 * hours - 10 * minutes)
  expect(() => cloud.openapi.pay(plain)).toThrow('订单已关闭')
})

test('a function that does not answer errcode 0 is told again: 15 s, 15 s, 30 s, 3 min …', async () => {
  deaf = true
  cloud.openapi.pay(await newOrder())
  await cloud.openapi.deliverCallbacks()
  expect(cloud.calls).toHaveLength(1)
  for (const wait of [15_000, 15_000, 30_000, 3 * minutes, 10 * minutes]) {
    const before = cloud.calls.length
    await cloud.pass(wait - 1)
    expect(cloud.calls).toHaveLength(before)
    await cloud.pass(1)
    expect(cloud.calls).toHaveLength(before + 1)
  }
  deaf = false
  await cloud.pass(20 * minutes)
  expect(cloud.calls).toHaveLength(7)
  expect(cloud.openapi.callbacks()).toEqual([])
  expect(new Set(cloud.calls.map(({ event }) => JSON.stringify(event))).size).toBe(1)
})

test('after two days WeChat gives up', async () => {
  deaf = true
  cloud.openapi.pay(await newOrder())
  await cloud.openapi.deliverCallbacks()
  for (const wait of payBackOff) await cloud.pass(wait)
  expect(cloud.calls).toHaveLength(1 + payBackOff.length)
  expect(cloud.openapi.callbacks()).toEqual([])
  const total = payBackOff.reduce((sum, wait) => sum + wait, 0)
  expect(total / hours).toBeGreaterThan(47)
  expect(total / hours).toBeLessThanOrEqual(48.1)
})

test('payments and callbacks under way survive a restart', async () => {
  deaf = true
  const outTradeNo = await newOrder()
  cloud.openapi.pay(outTradeNo)
  await cloud.openapi.deliverCallbacks()
  await cloud.restart()
  expect(await stateOf(outTradeNo)).toBe('SUCCESS')
  deaf = false
  await cloud.pass(15_000)
  expect(cloud.calls.map(({ event }) => event.outTradeNo)).toEqual([outTradeNo, outTradeNo])
  expect(cloud.openapi.callbacks()).toEqual([])
})

test('a refund is under way, then arrives and is told', async () => {
  const outTradeNo = await paidOrder()
  const made = await refundOf(outTradeNo, 'back-1', 500)
  expect(made).toMatchObject({ resultCode: 'SUCCESS', outRefundNo: 'back-1', refundFee: 500 })
  const ask = { subMchId: merchant, nonceStr: 'n', outRefundNo: 'back-1' }
  expect(await pay().queryRefund!(ask)).toMatchObject({
    refundCount: 1,
    refundStatus_0: 'PROCESSING',
    refundFee_0: 500,
  })
  expect(await stateOf(outTradeNo)).toBe('REFUND')
  await cloud.pass(2 * minutes)
  expect((await pay().queryRefund!(ask)).refundStatus_0).toBe('SUCCESS')
  expect(cloud.calls).toHaveLength(1)
  expect(cloud.calls[0]?.event).toMatchObject({
    returnCode: 'SUCCESS',
    outTradeNo,
    outRefundNo: 'back-1',
    refundId: made.refundId as string,
    refundFee: 500,
    totalFee: 1200,
    refundStatus: 'SUCCESS',
  })
})

test.each(['REFUNDCLOSE', 'CHANGE'] as const)(
  'a refund that ends with %s never arrives',
  async (failed) => {
    const outTradeNo = await paidOrder()
    await refundOf(outTradeNo, `back-${failed}`, 500)
    cloud.openapi.failRefund(merchant, `back-${failed}`, failed)
    await cloud.pass(2 * minutes)
    const ask = { subMchId: merchant, nonceStr: 'n', outRefundNo: `back-${failed}` }
    expect((await pay().queryRefund!(ask)).refundStatus_0).toBe(failed)
    expect(() => cloud.openapi.failRefund(merchant, 'back-nothing', failed)).toThrow('退款单不存在')
  },
)

test('the same refund number is the same refund', async () => {
  const outTradeNo = await paidOrder()
  const first = await refundOf(outTradeNo, 'back-same', 1200)
  const again = await refundOf(outTradeNo, 'back-same', 1200)
  expect(again.refundId).toBe(first.refundId)
  expect((await pay().queryRefund!(names(outTradeNo))).totalRefundCount).toBe(1)
  await cloud.pass(2 * minutes)
  expect(cloud.calls).toHaveLength(1)
  const other = await refundOf(outTradeNo, 'back-same', 600)
  expect(other).toMatchObject(refusal('订单金额或退款金额与之前请求不一致，请核实后再试'))
  const elsewhere = await refundOf(await paidOrder(), 'back-same', 1200)
  expect(elsewhere.resultCode).toBe('FAIL')
})

test('refunds together never exceed the payment', async () => {
  const outTradeNo = await paidOrder()
  expect((await refundOf(outTradeNo, 'part-1', 700)).resultCode).toBe('SUCCESS')
  expect(await refundOf(outTradeNo, 'part-2', 501)).toMatchObject(
    refusal('累计退款金额大于支付金额'),
  )
  expect(lastCode()).toBe('REFUND_FEE_INVALID')
  expect((await refundOf(outTradeNo, 'part-2', 500)).resultCode).toBe('SUCCESS')
  expect((await refundOf(outTradeNo, 'part-3', 1)).resultCode).toBe('FAIL')
})

test('what was not paid, or paid over a year ago, is not refunded', async () => {
  expect(await refundOf(await newOrder(), 'none-1', 1)).toMatchObject(refusal('订单状态错误'))
  const outTradeNo = await paidOrder()
  expect((await refundOf(outTradeNo, 'none-2', 1, { totalFee: 1300 })).resultCode).toBe('FAIL')
  await cloud.pass(365 * 24 * hours + 1)
  expect((await refundOf(outTradeNo, 'none-3', 1)).resultCode).toBe('FAIL')
  expect(lastCode()).toBe('TRADE_OVERDUE')
})

test('refunds are listed ten a page, and no order takes more than fifty', async () => {
  const outTradeNo = await paidOrder()
  for (let count = 1; count <= 50; count++) await refundOf(outTradeNo, `fifty-${count}`, 1)
  expect((await refundOf(outTradeNo, 'fifty-51', 1)).resultCode).toBe('FAIL')
  const first = await pay().queryRefund!(names(outTradeNo))
  expect(first).toMatchObject({ refundCount: 10, outRefundNo_9: 'fifty-10' })
  expect(first).not.toHaveProperty('outRefundNo_10')
  const page = await pay().queryRefund!({ ...names(outTradeNo), offset: 45 })
  expect(page).toMatchObject({ totalRefundCount: 50, refundCount: 5, outRefundNo_4: 'fifty-50' })
  expect(page).not.toHaveProperty('outRefundNo_5')
})

test('an order and all its numbers are written together or not at all', () => {
  const state = new State()
  const book = new PaymentBook(state)
  expect(() =>
    state.together(() => {
      state.shelf('orders').put('kept?', {})
      throw new Error('cut off')
    }),
  ).toThrow('cut off')
  expect(state.shelf('orders').values()).toEqual([])
  expect(book.byTradeNo(merchant, 'kept?')).toBeUndefined()
  state.close()
})

test('a bill is not emulated and says so', async () => {
  const reply = await pay().downloadBill!({ ...names('x'), billDate: '20261115' })
  expect(reply).toMatchObject({
    returnCode: 'FAIL',
    returnMsg: expect.stringContaining('not emulated') as unknown,
  })
})
