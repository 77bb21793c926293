import { createHash, randomBytes } from 'node:crypto'
import type { Clock } from '../../clock'
import type { Deliveries } from '../deliveries'
import type { State } from '../state'
import type { Input } from '../wire'
import { PaymentBook, type Order } from './book'
import { closeOrder } from './closeOrder'
import { payTime } from './fields'
import { paidFields, queryOrder } from './queryOrder'
import { queryRefund } from './queryRefund'
import { refund, refundEvent, refundReply } from './refund'
import { PayFormatError, PayRefusal, refusals } from './refusal'
import { unifiedOrder } from './unifiedOrder'

/** The service provider through which cloud functions pay: the same for every app. */
const provider = { appid: 'wxd2d16a504f24665e', mch_id: '1800008281' }

const seconds = 1000
const minutes = 60 * seconds
const hours = 60 * minutes

/** WeChat Pay's own intervals, then every six hours until two days have passed. */
export const payBackOff: readonly number[] = [
  ...[15 * seconds, 15 * seconds, 30 * seconds],
  ...[3 * minutes, 10 * minutes, 20 * minutes, 30 * minutes, 30 * minutes, 30 * minutes],
  ...[1 * hours, 3 * hours, 3 * hours, 3 * hours, 6 * hours, 6 * hours],
  ...[6 * hours, 6 * hours, 6 * hours, 6 * hours],
]

/** A prepay id is good for two hours. */
const prepayMs = 2 * hours

/** WeChat Pay as cloud functions see it (`cloud.cloudPay`), and the phone side of a payment. */
export class CloudPay {
  readonly #clock: Clock
  readonly #appid: string
  readonly #deliveries: Deliveries
  readonly #book: PaymentBook
  readonly #refundSettlesAfterMs: number

  constructor(
    cloud: { clock: Clock; appid: string },
    state: State,
    deliveries: Deliveries,
    refundSettlesAfterMs: number,
  ) {
    this.#clock = cloud.clock
    this.#appid = cloud.appid
    this.#deliveries = deliveries
    this.#book = new PaymentBook(state)
    this.#refundSettlesAfterMs = refundSettlesAfterMs
  }

  /** Answers one call in snake_case. The SDK turns it into camelCase and overwrites errCode and errMsg. */
  handle(api: string, input: Input, openid: string | undefined): object {
    const common = {
      ...provider,
      sub_appid: this.#appid,
      sub_mch_id: input.sub_mch_id,
      nonce_str: randomBytes(8).toString('hex'),
    }
    try {
      const fields = this.#run(api, input, openid)
      const answer = { return_code: 'SUCCESS', return_msg: 'OK', ...common, result_code: 'SUCCESS' }
      return { ...answer, sign: sign(common), ...fields }
    } catch (error) {
      if (error instanceof PayFormatError)
        return { return_code: 'FAIL', return_msg: error.returnMsg }
      if (!(error instanceof PayRefusal)) throw error
      return {
        return_code: 'SUCCESS',
        return_msg: 'OK',
        ...common,
        sign: sign(common),
        result_code: 'FAIL',
        err_code: error.code,
        err_code_des: error.message,
      }
    }
  }

  /**
   * The phone side of wx.requestPayment: someone pays. `reference` is the `package` of the payment, or the merchant's
   * order number. Throws a PayRefusal: ORDERNOTEXIST, ORDERPAID, ORDERCLOSED, or another payer than who ordered.
   * The callback goes out at once, in the background.
   */
  pay(reference: string, openid?: string): { outTradeNo: string; transactionId: string } {
    const now = this.#clock.now()
    const order = this.#book.byReference(reference)
    if (!order) throw refusals.orderNotExist()
    if (order.paid) throw refusals.orderPaid()
    if (order.closed || now >= (order.expiresAt ?? order.createdAt + prepayMs))
      throw refusals.orderClosed()
    if (order.openid !== undefined && openid !== undefined && order.openid !== openid)
      throw refusals.wrongPayer()
    const payer = order.openid ?? openid
    if (payer === undefined) throw refusals.wrongPayer()
    const serial = createHash('sha256').update(order.prepayId).digest().readUIntBE(0, 6)
    const transactionId = `4200${payTime(now).slice(0, 8)}${String(serial).padStart(16, '0')}`
    const paid = { ...order, paid: { transactionId, openid: payer, at: now } }
    this.#book.save(paid)
    this.#notify(paid, camelCase(paidFields(paid)), order.functionName, 0)
    return { outTradeNo: order.outTradeNo, transactionId }
  }

  /** WeChat Pay closes a refund, or the bank does not take it. Throws a PayRefusal when there is none of that number. */
  failRefund(subMchId: string, outRefundNo: string, failed: 'REFUNDCLOSE' | 'CHANGE'): void {
    const order = this.#book.byRefundNo(subMchId, outRefundNo)
    if (!order) throw refusals.refundNotExist()
    const refunds = order.refunds.map((made) =>
      made.outRefundNo === outRefundNo ? { ...made, failed } : made,
    )
    this.#book.save({ ...order, refunds })
  }

  #run(api: string, input: Input, openid: string | undefined): object {
    const now = this.#clock.now()
    switch (api) {
      case 'unifiedOrder':
        return unifiedOrder(input, this.#book, { now, appid: this.#appid, openid })
      case 'queryOrder':
        return queryOrder(input, this.#book, now)
      case 'closeOrder':
        return closeOrder(input, this.#book, now)
      case 'refund':
        return this.#refund(input, now)
      case 'queryRefund':
        return queryRefund(input, this.#book, now)
      default:
        throw new PayFormatError(`cloudPay.${api} is not emulated`)
    }
  }

  #refund(input: Input, now: number): object {
    const settlesAfterMs = this.#refundSettlesAfterMs
    const refunding = refund(input, this.#book, { now, settlesAfterMs })
    if (refunding.isNew && refunding.functionName !== undefined)
      this.#notify(refunding.order, refundEvent(refunding), refunding.functionName, settlesAfterMs)
    return refundReply(refunding)
  }

  #notify(
    order: Order,
    told: Record<string, unknown>,
    functionName: string,
    delayMs: number,
  ): void {
    const openid = order.paid?.openid ?? ''
    const event = {
      returnCode: 'SUCCESS',
      appid: provider.appid,
      mchId: provider.mch_id,
      subAppid: this.#appid,
      subMchId: order.subMchId,
      nonceStr: randomBytes(8).toString('hex'),
      resultCode: 'SUCCESS',
      ...told,
      userInfo: { appId: this.#appid, openId: openid },
    }
    this.#deliveries.add({ functionName, event, openid, backOff: payBackOff }, delayMs)
  }
}

function sign(fields: object): string {
  return createHash('md5').update(JSON.stringify(fields)).digest('hex').toUpperCase()
}

function camelCase(fields: Input): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name.replace(/_[a-z]/g, (part) => part.slice(1).toUpperCase()),
      value,
    ]),
  )
}
