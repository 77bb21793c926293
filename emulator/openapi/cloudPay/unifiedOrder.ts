import { createHash, randomBytes } from 'node:crypto'
import type { Input } from '../wire'
import type { Order, PaymentBook } from './book'
import { fen, merchantNumber, optionalText, parsePayTime, text } from './fields'
import { PayFormatError, refusals } from './refusal'

/**
 * cloudPay.unifiedOrder: makes an order, or answers the same order again when the request is the same.
 * `payment` is what wx.requestPayment takes. Refuses with ORDERPAID, ORDERCLOSED, OUT_TRADE_NO_USED.
 */
export function unifiedOrder(
  input: Input,
  book: PaymentBook,
  world: { now: number; appid: string; openid: string | undefined },
): object {
  const asked = readOrder(input, world)
  const known = book.byTradeNo(asked.subMchId, asked.outTradeNo)
  if (known?.paid) throw refusals.orderPaid()
  if (known?.closed) throw refusals.orderClosed()
  if (known && !isSame(known, asked)) throw refusals.tradeNoUsed()
  const order = known ?? asked
  if (!known) book.save(order)
  return {
    trade_type: 'JSAPI',
    prepay_id: order.prepayId,
    payment: payment(order.prepayId, world),
  }
}

function readOrder(
  input: Input,
  { now, openid }: { now: number; openid: string | undefined },
): Order {
  text(input, 'env_id', 64)
  text(input, 'nonce_str', 32)
  text(input, 'spbill_create_ip', 64)
  if (input.trade_type !== 'JSAPI') throw new PayFormatError('参数trade_type格式错误')
  const expire = optionalText(input, 'time_expire', 14)
  const expiresAt = expire === undefined ? undefined : parsePayTime(expire, 'time_expire')
  if (expiresAt !== undefined && expiresAt < now + 60_000)
    throw new PayFormatError('time_expire时间过短，刷卡至少1分钟，其他5分钟')
  return {
    subMchId: text(input, 'sub_mch_id', 32),
    outTradeNo: merchantNumber(input, 'out_trade_no', 32),
    prepayId: `wx${String(now)}${randomBytes(10).toString('hex')}`,
    body: text(input, 'body', 128),
    attach: optionalText(input, 'attach', 127),
    deviceInfo: optionalText(input, 'device_info', 32),
    totalFee: fen(input, 'total_fee'),
    openid: optionalText(input, 'sub_openid', 128) ?? openid,
    functionName: text(input, 'function_name', 60),
    createdAt: now,
    expiresAt,
    closed: false,
    refunds: [],
  }
}

function isSame(known: Order, asked: Order): boolean {
  const told = ({ body, attach, totalFee, openid, functionName }: Order): string =>
    JSON.stringify([body, attach, totalFee, openid, functionName])
  return told(known) === told(asked)
}

function payment(prepayId: string, { now, appid }: { now: number; appid: string }): object {
  const timeStamp = String(Math.floor(now / 1000))
  const nonce = randomBytes(8).toString('hex')
  const signed = [appid, nonce, prepayId, timeStamp].join('&')
  return {
    app_id: appid,
    time_stamp: timeStamp,
    nonce_str: nonce,
    package: `prepay_id=${prepayId}`,
    sign_type: 'MD5',
    pay_sign: createHash('md5').update(signed).digest('hex').toUpperCase(),
  }
}
