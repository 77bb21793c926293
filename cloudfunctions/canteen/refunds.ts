import { goesBack, refundedOf, refundRefusal } from '@/domain/canteen/refund'
import { refundMonth } from '@/domain/canteen/settlement'
import type { PayChannel } from '@/types/canteen'
import { dayMs, type Instant } from '@/types/shared/day'
import type { Fen } from '@/types/shared/fen'
import { again, decide } from '../kit/attempts'
import { command } from '../kit/cloud'
import { fail, found } from '../kit/failure'
import { tell } from '../notices/outbox'
import { orders, type OrderRecord, type RefundEntry } from './store'
import { tellingOfRefund } from './told'
import { refundStatus, sendBack } from './wechatPay'

interface Asked {
  /** The same key is the same refund. */
  key: string
  of: RefundEntry['of']
  /** `rest` is what did not go back before, if anything: the end of an order and a refund may meet. */
  amount: Fen | 'rest'
  channel: PayChannel
  attempt: number
  by: string | null
  because: string
  at: Instant
}

/**
 * Writes down that money goes back, before anything is sent: at most what was paid, once for each key. Cash and card are
 * handed over on the spot; WeChat is asked by `carryOut`.
 */
export const addRefund = (centre: string, order: string, asked: Asked): Promise<OrderRecord> => {
  const store = orders.of(centre)
  return decide(async () => {
    const record = found(await store.get(order))
    const { refunds, rev, month, refundMonths } = record
    if (refunds.some(({ key }) => key === asked.key)) return record
    const amount = asked.amount === 'rest' ? record.pays - refundedOf(refunds) : asked.amount
    if (amount === 0) return record
    const refusal = asked.of === 'order' ? refundRefusal(record, amount) : null
    if (refusal) return fail(refusal.code, refusal.data)
    const entry: RefundEntry = {
      ...asked,
      amount,
      no: `${order}-r${refunds.length + 1}`,
      month: refundMonth(month, asked.at),
      open: asked.channel === 'wechat',
      stuck: false,
      settled: null,
    }
    const next = {
      refunds: [...refunds, entry],
      refundOpen: record.refundOpen || entry.open,
      refundMonths: [...new Set([...refundMonths, entry.month])],
    }
    const change = { ...next, refunds: command.set(next.refunds), rev: rev + 1 }
    return (await store.change(order, change, { rev }))
      ? { ...record, ...next, rev: rev + 1 }
      : again
  })
}

/** What was paid by WeChat for an order that ended without a meal goes back by itself. */
export const giveMoneyBack = async (centre: string, order: string, at: Instant): Promise<void> => {
  const record = await orders.of(centre).get(order)
  if (!record || goesBack(record) === 0) return
  await addRefund(centre, order, {
    ...{
      key: 'ended',
      of: 'order',
      amount: 'rest',
      channel: 'wechat',
      attempt: record.paidAttempt,
    },
    ...{ by: null, because: '', at },
  })
  await carryOut(centre, order, at)
}

/** WeChat takes a refund on within moments; what it has not taken on by then it never will. */
const takenOnMs = dayMs

/**
 * Sends the refunds of an order that are on their way, each under its own number however often, and closes those whose
 * money has arrived. What WeChat does not take on now is asked for again later; what it does not carry out is left to
 * staff, and no longer sent.
 */
export const carryOut = async (centre: string, order: string, at: Instant): Promise<void> => {
  const record = await orders.of(centre).get(order)
  if (!record) return
  const { attempts, pays } = record
  for (const refund of record.refunds.filter(({ open }) => open)) {
    const { no, amount, attempt } = refund
    const paying = { order, attempt, attempts }
    const of = refund.of === 'late' ? amount : pays
    const sent = refund.stuck || (await sendBack(paying, { no, amount, of }))
    const status = sent
      ? await refundStatus(paying, no)
      : refund.at + takenOnMs <= at
        ? 'stuck'
        : 'underway'
    if (status === 'stuck' && !refund.stuck)
      await changeOpen(centre, order, no, () => ({ stuck: true }))
    if (status !== 'arrived') continue
    await changeOpen(centre, order, no, () => ({ open: false }))
    await tell(centre, tellingOfRefund(record, refund, at))
  }
}

/** Changes a refund as long as it is open, when there is a change to make. */
const changeOpen = (
  centre: string,
  order: string,
  no: string,
  changeOf: (refund: RefundEntry) => Partial<RefundEntry> | false,
): Promise<void> => {
  const store = orders.of(centre)
  return decide(async () => {
    const { refunds, rev } = found(await store.get(order, { refunds: true, rev: true }))
    const refund = refunds.find((one) => one.no === no && one.open)
    const change = refund && changeOf(refund)
    if (!change) return
    const next = refunds.map((one) => (one === refund ? { ...one, ...change } : one))
    const refundOpen = next.some(({ open }) => open)
    const changed = { refunds: command.set(next), refundOpen, rev: rev + 1 }
    return (await store.change(order, changed, { rev })) ? undefined : again
  })
}

interface ByHand {
  key: string
  by: string
  because: string
  channel: PayChannel
  at: Instant
}

/**
 * Ends a refund that WeChat does not carry out: the money went back by hand, or by WeChat's own site. It counts as paid
 * back the way it was. False when there is no such refund.
 */
export const settleRefund = async (
  centre: string,
  order: string,
  no: string,
  { key, by, because, channel, at }: ByHand,
): Promise<boolean> => {
  const settled = { key, by, because, at }
  await changeOpen(centre, order, no, ({ stuck }) => stuck && { open: false, channel, settled })
  const { refunds } = found(await orders.of(centre).get(order, { refunds: true }))
  return refunds.some((one) => one.no === no && one.settled?.key === key)
}

/** Sends payments of a wrong amount back, or notes that they were given back by hand. False when there are none. */
export const settleHeld = (centre: string, order: string, byHand: ByHand): Promise<boolean> => {
  const store = orders.of(centre)
  const { by, because, channel, at } = byHand
  return decide(async () => {
    const { refunds, held, rev, month, refundMonths } = found(await store.get(order))
    if (held.length === 0) return refunds.some(({ key }) => key.startsWith(`${byHand.key}-`))
    const entries = held.map(({ attempt, amount }, i): RefundEntry => ({
      ...{ key: `${byHand.key}-${attempt}`, of: 'late', amount, channel, attempt, by, because, at },
      no: `${order}-r${refunds.length + i + 1}`,
      month: refundMonth(month, at),
      open: channel === 'wechat',
      stuck: false,
      settled: null,
    }))
    const next = [...refunds, ...entries]
    const changed = {
      refunds: command.set(next),
      held: command.set([]),
      refundOpen: next.some(({ open }) => open),
      refundMonths: [...new Set([...refundMonths, refundMonth(month, at)])],
      rev: rev + 1,
    }
    return (await store.change(order, changed, { rev })) ? true : again
  })
}
