import { goesBack, refundRefusal } from '@/domain/canteen/refund'
import { refundMonth } from '@/domain/canteen/settlement'
import type { PayChannel } from '@/types/canteen'
import type { Instant } from '@/types/shared/day'
import type { Fen } from '@/types/shared/fen'
import { again, decide } from '../kit/attempts'
import { command } from '../kit/cloud'
import { fail, found } from '../kit/failure'
import { tell } from '../notices/outbox'
import { orders, type OrderRecord, type RefundEntry } from './store'
import { tellingOfRefund } from './told'
import { hasArrived, sendBack } from './wechatPay'

interface Asked {
  /** The same key is the same refund. */
  key: string
  of: RefundEntry['of']
  amount: Fen
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
    const refusal = asked.of === 'order' ? refundRefusal(record, asked.amount) : null
    if (refusal) return fail(refusal.code, refusal.data)
    const entry: RefundEntry = {
      ...asked,
      no: `${order}-r${refunds.length + 1}`,
      month: refundMonth(month, asked.at),
      open: asked.channel === 'wechat',
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
  const amount = record ? goesBack(record) : 0
  if (!record || amount === 0) return
  await addRefund(centre, order, {
    ...{ key: 'ended', of: 'order', amount, channel: 'wechat', attempt: record.paidAttempt },
    ...{ by: null, because: '', at },
  })
  await carryOut(centre, order, at)
}

/**
 * Sends the refunds of an order that are on their way, each under its own number however often, and closes those whose
 * money has arrived. What WeChat does not take on now is asked for again later. False when it took one not on.
 */
export const carryOut = async (centre: string, order: string, at: Instant): Promise<boolean> => {
  const record = await orders.of(centre).get(order)
  if (!record) return true
  const { attempts, pays } = record
  let taken = true
  for (const refund of record.refunds.filter(({ open }) => open)) {
    const { no, amount, attempt } = refund
    const paying = { order, attempt, attempts }
    const of = refund.of === 'late' ? amount : pays
    const sent = await sendBack(paying, { no, amount, of })
    taken &&= sent
    if (!sent || !(await hasArrived(paying, no))) continue
    await close(centre, order, no)
    await tell(centre, tellingOfRefund(record, refund, at))
  }
  return taken
}

const close = (centre: string, order: string, no: string): Promise<void> => {
  const store = orders.of(centre)
  return decide(async () => {
    const { refunds, rev } = found(await store.get(order, { refunds: true, rev: true }))
    if (!refunds.some((one) => one.no === no && one.open)) return
    const next = refunds.map((one) => (one.no === no ? { ...one, open: false } : one))
    const refundOpen = next.some(({ open }) => open)
    const change = { refunds: command.set(next), refundOpen, rev: rev + 1 }
    return (await store.change(order, change, { rev })) ? undefined : again
  })
}
