import type { Input } from '../wire'
import type { PaymentBook } from './book'
import { text } from './fields'
import { namedOrder } from './queryOrder'
import { refusals } from './refusal'

const earliestMs = 5 * 60 * 1000

/** cloudPay.closeOrder: from then on nobody can pay. Refused within five minutes of the order, and once paid or closed. */
export function closeOrder(input: Input, book: PaymentBook, now: number): object {
  text(input, 'nonce_str', 32)
  text(input, 'out_trade_no', 32)
  const order = namedOrder(input, book)
  if (order.paid) throw refusals.orderPaid()
  if (order.closed) throw refusals.orderClosed()
  if (now - order.createdAt < earliestMs) throw refusals.tooEarlyToClose()
  book.save({ ...order, closed: true })
  return {}
}
