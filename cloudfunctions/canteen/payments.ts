import { claimStep, decideExpire } from '@/domain/canteen/ordering'
import { attemptOf, decideReceipt, meaningFor, type Receipt } from '@/domain/canteen/payment'
import type { Instant } from '@/types/shared/day'
import { again, decide, repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { found } from '../kit/failure'
import { log } from '../kit/log'
import { take } from '../kit/step'
import { finish } from './complete'
import { movedOn } from './record'
import { addRefund, carryOut } from './refunds'
import { orders, serviceFor, services, type OrderRecord } from './store'
import { closePayment, paidUnder } from './wechatPay'

/** An order as it is now, with the service it is of; null when it has no record. */
const orderNow = async (centre: string, order: string) => {
  const record = await orders.of(centre).get(order)
  if (!record) return null
  const { service } = await serviceFor(centre, record.service, { claims: [order] })
  return { record: movedOn(record, service?.claims[order]), service }
}

/**
 * Asks WeChat what was paid for an order and does what follows. Whoever said that something was paid is not believed.
 * False when WeChat did not answer, or there is no such order.
 */
export const ask = async (centre: string, order: string, at: Instant): Promise<boolean> => {
  const now = await orderNow(centre, order)
  if (!now) return false
  return askAbout(centre, now.record, at)
}

const askAbout = async (centre: string, record: OrderRecord, at: Instant): Promise<boolean> => {
  const { _id: order, attempts } = record
  let answered = true
  for (const attempt of attempts.keys()) {
    const amount = await paidUnder({ order, attempt: attempt + 1, attempts })
    if (amount === 'unknown') answered = false
    else if (amount !== 'nothing')
      await receive(centre, record, { attempt: attempt + 1, amount }, at)
  }
  return answered
}

/** Money that WeChat says has arrived: it pays the order, or it goes back, or somebody has to look at it. */
const receive = async (
  centre: string,
  record: OrderRecord,
  receipt: Receipt,
  at: Instant,
): Promise<void> => {
  const { _id: order } = record
  const outcome = await decide(async () => {
    const { service } = await serviceFor(centre, record.service, { claims: [order] })
    const claim = service?.claims[order]
    // Of a service long over only the records are left.
    if (!service || !claim) return meaningFor(record, receipt)
    const meaning = decideReceipt(claim, receipt)
    if (meaning.outcome !== 'pays') return meaning.outcome
    if (!(await take(services.of(centre), service._id, claimStep(order, claim, meaning.claim))))
      return again
    await finish(service, order, meaning.claim, at)
    return meaning.outcome
  })
  if (outcome === 'wrongAmount') await hold(centre, record, receipt, at)
  if (outcome === 'goesBack') {
    await addRefund(centre, order, {
      ...{ key: `late-${receipt.attempt}`, of: 'late', amount: receipt.amount },
      ...{ channel: 'wechat', attempt: receipt.attempt, by: null, because: '', at },
    })
    await carryOut(centre, order, at)
  }
}

/** Nothing changes by money of another amount than the order's; it stays on the list of the accountants until one settles it. */
const hold = (
  centre: string,
  { _id }: OrderRecord,
  { attempt, amount }: Receipt,
  at: Instant,
): Promise<void> => {
  const store = orders.of(centre)
  return decide(async () => {
    const { held, refunds, rev } = found(await store.get(_id))
    const settled = refunds.some((one) => one.of === 'late' && one.attempt === attempt)
    if (settled || held.some((one) => one.attempt === attempt)) return
    log({ level: 'error', requestId: _id, module: 'canteen', procedure: 'wrongAmount' })
    const change = { held: command.push([{ attempt, amount, at }]), rev: rev + 1 }
    return (await store.change(_id, change, { rev })) ? undefined : again
  })
}

/**
 * The time to pay by WeChat is over: closed there first, so that nobody pays after the question what was paid. Only then
 * are the portions free again. Left to the next run when WeChat does not answer.
 */
export const expire = async (centre: string, order: string, at: Instant): Promise<void> => {
  const now = await orderNow(centre, order)
  if (!now || now.record.askAt === null || at < now.record.askAt) return
  const { attempts, person, service: of } = now.record
  for (const attempt of attempts.keys())
    await closePayment({ order, attempt: attempt + 1, attempts })
  if (!(await askAbout(centre, now.record, at))) return
  await decide(async () => {
    const { service } = await serviceFor(centre, of, {
      claims: [order],
      persons: person === null ? [] : [person],
    })
    if (!service?.claims[order]) {
      await repeat(() => orders.of(centre).change(order, { askAt: null }))
      return
    }
    const decision = decideExpire(service, order, at)
    if (decision.outcome !== 'change') return
    if (!(await take(services.of(centre), service._id, decision.step))) return again
    await finish(service, order, decision.claim, at)
  })
}

/** What WeChat sends to a function on its own: only that something happened to a number. */
export const isHint = (event: unknown): event is { outTradeNo: string } =>
  typeof event === 'object' &&
  event !== null &&
  !('procedure' in event) &&
  typeof (event as { outTradeNo?: unknown }).outTradeNo === 'string'

/**
 * Something may have happened to a payment or a refund. The number says where to ask, and nothing else of the event is
 * read, because a phone can send one like it. Answered with 0, or WeChat tells it again.
 */
export const hear = async (
  { outTradeNo }: { outTradeNo: string },
  at: Instant,
): Promise<{ errcode: number }> => {
  const named = attemptOf(outTradeNo)
  if (!named) return { errcode: 0 }
  const centre = named.order.slice(0, named.order.indexOf('_'))
  const answered = await ask(centre, named.order, at)
  await carryOut(centre, named.order, at)
  return { errcode: answered ? 0 : 1 }
}
