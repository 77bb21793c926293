import type { Attempt } from '@/domain/canteen/service'
import { tradeNo } from '@/domain/canteen/payment'
import type { Fen } from '@/types/shared/fen'
import { cloud } from '../kit/cloud'
import { randomToken } from '../kit/ids'
import { faultOf, log } from '../kit/log'

/** What `wx.requestPayment` takes. */
export interface Payment {
  timeStamp: string
  nonceStr: string
  package: string
  signType: string
  paySign: string
}

interface Reply {
  returnCode?: string
  resultCode?: string
  tradeState?: string
  totalFee?: number
  outTradeNo?: string
  payment?: Payment
  [field: string]: unknown
}

/** The SDK's typings leave CloudPay out. */
const pay = (cloud as unknown as { cloudPay: Record<string, (data: object) => Promise<Reply>> })
  .cloudPay

/**
 * Asks WeChat Pay; null when it did not answer. A refusal is an answer: CloudPay does not throw, and the SDK overwrites
 * its code, so that only SUCCESS says anything.
 */
const ask = async (api: string, data: object): Promise<Reply | null> => {
  try {
    return await pay[api]!({ nonceStr: randomToken(), ...data })
  } catch (error) {
    log({
      level: 'warn',
      requestId: api,
      module: 'canteen',
      procedure: 'wechatPay',
      fault: faultOf(error),
    })
    return null
  }
}

const succeeded = (reply: Reply | null): reply is Reply =>
  reply?.returnCode === 'SUCCESS' && reply.resultCode === 'SUCCESS'

/** Where WeChat sends what happened to a payment: this function of this environment. */
const heardBy = () => ({
  envId: (cloud.getWXContext() as { ENV?: string }).ENV ?? '',
  functionName: 'canteen',
})

/** yyyyMMddHHmmss in UTC+8. */
const payTime = (at: number): string =>
  new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace(/\D/g, '')

interface Paying {
  order: string
  /** Counted from 1. */
  attempt: number
  attempts: readonly Omit<Attempt, 'by'>[]
}

const names = ({ order, attempt, attempts }: Paying) => ({
  subMchId: attempts[attempt - 1]?.merchant ?? '',
  outTradeNo: tradeNo(order, attempt),
})

/** Begins an attempt, or answers the same one again; null when WeChat does not take it. */
export const beginPayment = async (
  paying: Paying,
  { amount, body }: { amount: Fen; body: string },
): Promise<Payment | null> => {
  const reply = await ask('unifiedOrder', {
    ...names(paying),
    ...heardBy(),
    body,
    totalFee: amount,
    // WeChat asks for the address of who orders, which a function does not know.
    spbillCreateIp: '127.0.0.1',
    tradeType: 'JSAPI',
    timeExpire: payTime(paying.attempts[paying.attempt - 1]?.until ?? 0),
  })
  if (!succeeded(reply) || !reply.payment) return null
  const { timeStamp, nonceStr, package: reference, signType, paySign } = reply.payment
  return { timeStamp, nonceStr, package: reference, signType, paySign }
}

/** What was paid under an attempt: an amount, nothing so far, or unknown because WeChat did not answer. */
export const paidUnder = async (paying: Paying): Promise<Fen | 'nothing' | 'unknown'> => {
  const reply = await ask('queryOrder', names(paying))
  if (reply === null) return 'unknown'
  // Paid, and paid before some of it went back.
  const paid = reply.tradeState === 'SUCCESS' || reply.tradeState === 'REFUND'
  return succeeded(reply) && paid && typeof reply.totalFee === 'number' ? reply.totalFee : 'nothing'
}

/** From then on nobody can pay under it. What cannot be closed is paid, closed already, or unknown to WeChat. */
export const closePayment = async (paying: Paying): Promise<void> => {
  await ask('closeOrder', names(paying))
}

/** Asks for money to go back under a number of its own: however often, it goes back once. True when WeChat takes it on. */
export const sendBack = async (
  paying: Paying,
  { no, amount, of }: { no: string; amount: Fen; of: Fen },
): Promise<boolean> =>
  succeeded(
    await ask('refund', {
      ...names(paying),
      ...heardBy(),
      outRefundNo: no,
      totalFee: of,
      refundFee: amount,
    }),
  )

/**
 * Where the money of a refund is. `stuck`: WeChat closed it (REFUNDCLOSE), or the bank did not take it (CHANGE); neither
 * ends without somebody of the merchant.
 */
export const refundStatus = async (
  paying: Paying,
  no: string,
): Promise<'underway' | 'arrived' | 'stuck'> => {
  const { subMchId } = names(paying)
  const reply = await ask('queryRefund', { subMchId, outRefundNo: no })
  const status = succeeded(reply) ? reply.refundStatus_0 : null
  if (status === 'SUCCESS') return 'arrived'
  return status === 'REFUNDCLOSE' || status === 'CHANGE' ? 'stuck' : 'underway'
}
