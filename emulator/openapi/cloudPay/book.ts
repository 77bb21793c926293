import type { Shelf, State } from '../state'

/** One refund of an order. Amounts in fen, times in milliseconds since 1970. */
export interface Refund {
  readonly outRefundNo: string
  readonly refundId: string
  readonly refundFee: number
  /** When the money has arrived; until then the refund is PROCESSING. */
  readonly succeedsAt: number
  /** It ended otherwise: closed, or not taken by the bank. */
  readonly failed?: 'REFUNDCLOSE' | 'CHANGE'
}

/** An order as WeChat Pay keeps it. Amounts in fen, times in milliseconds since 1970. */
export interface Order {
  readonly subMchId: string
  readonly outTradeNo: string
  readonly prepayId: string
  readonly body: string
  readonly attach?: string
  readonly deviceInfo?: string
  readonly totalFee: number
  /** Who may pay; unknown when a client outside the cloud functions made the order. */
  readonly openid?: string
  readonly functionName: string
  readonly createdAt: number
  /** `time_expire`: from then on nobody can pay. */
  readonly expiresAt?: number
  readonly closed: boolean
  readonly paid?: { readonly transactionId: string; readonly openid: string; readonly at: number }
  readonly refunds: readonly Refund[]
}

/** The orders of all merchants, found by any of their numbers. */
export class PaymentBook {
  readonly #state: State
  readonly #orders: Shelf<Order>
  readonly #keys: Shelf<string>

  constructor(state: State) {
    this.#state = state
    this.#orders = state.shelf('orders')
    this.#keys = state.shelf('orderNumbers')
  }

  byTradeNo(subMchId: string, outTradeNo: string): Order | undefined {
    return this.#orders.get(`${subMchId} ${outTradeNo}`)
  }

  byTransaction(transactionId: string): Order | undefined {
    return this.#find(`transaction ${transactionId}`)
  }

  byRefundNo(subMchId: string, outRefundNo: string): Order | undefined {
    return this.#find(`refund ${subMchId} ${outRefundNo}`)
  }

  byRefundId(refundId: string): Order | undefined {
    return this.#find(`refundId ${refundId}`)
  }

  /** What a phone knows of an order: its prepay id (also as `prepay_id=…`), or the merchant's number (the last order of that number). */
  byReference(reference: string): Order | undefined {
    return this.#find(`phone ${reference.replace(/^prepay_id=/, '')}`)
  }

  save(order: Order): void {
    const key = `${order.subMchId} ${order.outTradeNo}`
    const numbers = [`phone ${order.prepayId}`, `phone ${order.outTradeNo}`]
    if (order.paid) numbers.push(`transaction ${order.paid.transactionId}`)
    for (const { outRefundNo, refundId } of order.refunds)
      numbers.push(`refund ${order.subMchId} ${outRefundNo}`, `refundId ${refundId}`)
    this.#state.together(() => {
      this.#orders.put(key, order)
      for (const number of numbers) this.#keys.put(number, key)
    })
  }

  #find(number: string): Order | undefined {
    const key = this.#keys.get(number)
    return key === undefined ? undefined : this.#orders.get(key)
  }
}
