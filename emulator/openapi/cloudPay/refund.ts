import type { Input } from '../wire'
import type { Order, PaymentBook, Refund } from './book'
import { fen, merchantNumber, optionalText, payTime, text } from './fields'
import { namedOrder } from './queryOrder'
import { refusals } from './refusal'

const latestMs = 365 * 24 * 60 * 60 * 1000
const mostRefunds = 50

/** A refund taken on, and the function that wants to hear when the money has arrived. */
export interface Refunding {
  order: Order
  refund: Refund
  functionName: string | undefined
  /** False when this refund number was taken on before: nothing happens again. */
  isNew: boolean
}

/**
 * cloudPay.refund: the same refund number is the same refund, however often it is asked; together refunds never exceed
 * the payment. Refuses with ORDERNOTEXIST, TRADE_STATE_ERROR, TRADE_OVERDUE, REFUND_FEE_INVALID, REFUND_FEE_MISMATCH.
 */
export function refund(
  input: Input,
  book: PaymentBook,
  world: { now: number; settlesAfterMs: number },
): Refunding {
  text(input, 'nonce_str', 32)
  const order = namedOrder(input, book)
  const outRefundNo = merchantNumber(input, 'out_refund_no', 64)
  const totalFee = fen(input, 'total_fee')
  const refundFee = fen(input, 'refund_fee')
  const functionName = optionalText(input, 'function_name', 60)
  if (functionName !== undefined) text(input, 'env_id', 64)
  if (!order.paid) throw refusals.notPaid()
  if (totalFee !== order.totalFee) throw refusals.refundMismatch()

  const holder = book.byRefundNo(order.subMchId, outRefundNo)
  const known = holder?.refunds.find((made) => made.outRefundNo === outRefundNo)
  if (known) {
    if (holder?.outTradeNo !== order.outTradeNo || known.refundFee !== refundFee)
      throw refusals.refundMismatch()
    return { order, refund: known, functionName, isNew: false }
  }
  if (world.now - order.paid.at > latestMs) throw refusals.refundTooLate()
  if (order.refunds.length >= mostRefunds) throw refusals.refundTooOften()
  if (refunded(order) + refundFee > order.totalFee) throw refusals.refundTooMuch()
  const made: Refund = {
    outRefundNo,
    refundId: `5030${payTime(world.now)}${String(order.refunds.length).padStart(2, '0')}${order.paid.transactionId.slice(-8)}`,
    refundFee,
    succeedsAt: world.now + world.settlesAfterMs,
  }
  const changed = { ...order, refunds: [...order.refunds, made] }
  book.save(changed)
  return { order: changed, refund: made, functionName, isNew: true }
}

function refunded(order: Order): number {
  return order.refunds.reduce((sum, { refundFee }) => sum + refundFee, 0)
}

/** What a refund request is answered with. */
export function refundReply({ order, refund: made }: Refunding): object {
  return {
    transaction_id: order.paid?.transactionId,
    out_trade_no: order.outTradeNo,
    out_refund_no: made.outRefundNo,
    refund_id: made.refundId,
    refund_fee: made.refundFee,
    total_fee: order.totalFee,
    cash_fee: order.totalFee,
    cash_refund_fee: made.refundFee,
    coupon_refund_count: 0,
  }
}

/** What the callback of a refund tells, in the camelCase functions receive. */
export function refundEvent({ order, refund: made }: Refunding): Record<string, unknown> {
  return {
    transactionId: order.paid?.transactionId,
    outTradeNo: order.outTradeNo,
    refundId: made.refundId,
    outRefundNo: made.outRefundNo,
    totalFee: order.totalFee,
    settlementTotalFee: order.totalFee,
    refundFee: made.refundFee,
    settlementRefundFee: made.refundFee,
    refundStatus: 'SUCCESS',
    successTime: payTime(made.succeedsAt),
    refundRecvAccout: '支付用户零钱',
    refundAccount: 'REFUND_SOURCE_RECHARGE_FUNDS',
    refundRequestSource: 'API',
  }
}
