import type { Input } from '../wire'
import type { Order, PaymentBook } from './book'
import { optionalText, payTime, text } from './fields'
import { refusals } from './refusal'

/** The order a request names by `transaction_id` or `out_trade_no`; refuses with ORDERNOTEXIST. */
export function namedOrder(input: Input, book: PaymentBook): Order {
  const subMchId = text(input, 'sub_mch_id', 32)
  const transactionId = optionalText(input, 'transaction_id', 32)
  const order =
    transactionId === undefined
      ? book.byTradeNo(subMchId, text(input, 'out_trade_no', 32))
      : book.byTransaction(transactionId)
  if (order?.subMchId !== subMchId) throw refusals.orderNotExist()
  return order
}

const descriptions = {
  NOTPAY: '订单未支付',
  SUCCESS: '支付成功',
  REFUND: '转入退款',
  CLOSED: '订单已关闭',
}

function tradeState(order: Order, now: number): keyof typeof descriptions {
  if (order.refunds.length > 0) return 'REFUND'
  if (order.paid) return 'SUCCESS'
  const expired = order.expiresAt !== undefined && order.expiresAt <= now
  return order.closed || expired ? 'CLOSED' : 'NOTPAY'
}

/** What is told of a payment, in query and callback alike. */
export function paidFields(order: Order & { paid: NonNullable<Order['paid']> }): Input {
  return {
    ...(order.deviceInfo !== undefined && { device_info: order.deviceInfo }),
    openid: `provider-${order.paid.openid}`,
    is_subscribe: 'N',
    sub_openid: order.paid.openid,
    sub_is_subscribe: 'N',
    trade_type: 'JSAPI',
    bank_type: 'OTHERS',
    total_fee: order.totalFee,
    fee_type: 'CNY',
    cash_fee: order.totalFee,
    transaction_id: order.paid.transactionId,
    out_trade_no: order.outTradeNo,
    ...(order.attach !== undefined && { attach: order.attach }),
    time_end: payTime(order.paid.at),
  }
}

/** cloudPay.queryOrder: `trade_state` NOTPAY, SUCCESS, REFUND or CLOSED, and the payment when there is one. */
export function queryOrder(input: Input, book: PaymentBook, now: number): object {
  text(input, 'nonce_str', 32)
  const order = namedOrder(input, book)
  const state = tradeState(order, now)
  const { paid } = order
  return {
    ...(paid
      ? paidFields({ ...order, paid })
      : { out_trade_no: order.outTradeNo, total_fee: order.totalFee }),
    trade_state: state,
    trade_state_desc: descriptions[state],
  }
}
