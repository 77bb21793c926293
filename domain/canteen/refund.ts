import type { Refusal } from '@/domain/shared/refusal'
import type { OrderState, PayChannel } from '@/types/canteen'
import type { Fen } from '@/types/shared/fen'
import type { Repaid } from './settlement'

interface Paid {
  state: OrderState
  pays: Fen
  paidBy: PayChannel | null
  refunds: readonly Repaid[]
}

/** Of what was paid for the order itself, the part that went back or is on its way. */
export const refundedOf = (refunds: readonly Repaid[]): Fen =>
  refunds.filter((one) => one.of === 'order').reduce((sum, { amount }) => sum + amount, 0)

/** Why so much cannot go back, or null. */
export const refundRefusal = (order: Paid, amount: Fen): Refusal | null => {
  if (order.paidBy === null) return { code: 'NotPaid' }
  const most = order.pays - refundedOf(order.refunds)
  return amount > most ? { code: 'MoreThanPaid', data: { most } } : null
}

/** What goes back by itself when a paid order ends without a meal: cash is handed over at the counter instead. */
export const goesBack = (order: Paid): Fen =>
  order.paidBy === 'wechat' && (order.state === 'cancelled' || order.state === 'calledOff')
    ? order.pays - refundedOf(order.refunds)
    : 0

/** Whether money of an order is on its way back, or waits at the counter. */
export const isRefunding = (order: Paid): boolean =>
  order.refunds.some(({ open }) => open) ||
  (order.paidBy !== null &&
    (order.state === 'cancelled' || order.state === 'calledOff') &&
    refundedOf(order.refunds) < order.pays)
