import type { Input } from '../wire'
import type { Order, PaymentBook, Refund } from './book'
import { optionalText, payTime, text } from './fields'
import { namedOrder } from './queryOrder'
import { PayFormatError, refusals } from './refusal'

const perPage = 10

/**
 * cloudPay.queryRefund, by `refund_id`, else `out_refund_no`, else the order's numbers; fields of each refund end in
 * `_0`, `_1` …, ten a page from `offset`. `refund_status` is PROCESSING until the money has arrived, then SUCCESS,
 * or how it failed.
 */
export function queryRefund(input: Input, book: PaymentBook, now: number): object {
  text(input, 'nonce_str', 32)
  const { order, refunds } = namedRefunds(input, book)
  const offset = input.offset ?? 0
  if (!Number.isInteger(offset) || (offset as number) < 0 || (offset as number) >= refunds.length)
    throw new PayFormatError('参数offset格式错误')
  const page = refunds.slice(offset as number, (offset as number) + perPage)
  const fields: Input = {
    transaction_id: order.paid?.transactionId,
    out_trade_no: order.outTradeNo,
    total_fee: order.totalFee,
    fee_type: 'CNY',
    cash_fee: order.totalFee,
    total_refund_count: refunds.length,
    refund_count: page.length,
  }
  page.forEach((refund, index) => Object.assign(fields, refundFields(refund, index, now)))
  return fields
}

function namedRefunds(
  input: Input,
  book: PaymentBook,
): { order: Order; refunds: readonly Refund[] } {
  const subMchId = text(input, 'sub_mch_id', 32)
  const refundId = optionalText(input, 'refund_id', 32)
  const outRefundNo = optionalText(input, 'out_refund_no', 64)
  const byRefund = refundId !== undefined || outRefundNo !== undefined
  const order =
    refundId !== undefined
      ? book.byRefundId(refundId)
      : outRefundNo !== undefined
        ? book.byRefundNo(subMchId, outRefundNo)
        : namedOrder(input, book)
  if (order?.subMchId !== subMchId) throw refusals.refundNotExist()
  const refunds = byRefund
    ? order.refunds.filter((made) =>
        refundId === undefined ? made.outRefundNo === outRefundNo : made.refundId === refundId,
      )
    : order.refunds
  if (refunds.length === 0) throw refusals.refundNotExist()
  return { order, refunds }
}

function refundFields(refund: Refund, index: number, now: number): Input {
  const arrived = !refund.failed && refund.succeedsAt <= now
  return {
    [`out_refund_no_${index}`]: refund.outRefundNo,
    [`refund_id_${index}`]: refund.refundId,
    [`refund_channel_${index}`]: 'ORIGINAL',
    [`refund_fee_${index}`]: refund.refundFee,
    [`refund_status_${index}`]: refund.failed ?? (arrived ? 'SUCCESS' : 'PROCESSING'),
    [`refund_recv_accout_${index}`]: '支付用户零钱',
    ...(arrived && { [`refund_success_time_${index}`]: payTime(refund.succeedsAt) }),
  }
}
