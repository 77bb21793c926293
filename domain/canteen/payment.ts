import type { PayChannel } from '@/types/canteen'
import type { Instant } from '@/types/shared/day'
import type { Fen } from '@/types/shared/fen'
import { claimStep, payMs, type Decision } from './ordering'
import type { Claim, Serving } from './service'

/** The number of an attempt at WeChat Pay: the order's id and which attempt it is, at most 32 characters. */
export const tradeNo = (order: string, attempt: number): string => `${order}-${attempt}`

/** The order and attempt a number names, or null when it is none of ours. */
export const attemptOf = (number: string): { order: string; attempt: number } | null => {
  const [, order, attempt] = /^([a-z][a-z0-9]{1,7}_o[a-z0-9]{16})-(\d{1,2})$/.exec(number) ?? []
  return order === undefined ? null : { order, attempt: Number(attempt) }
}

/** Nobody needs to begin more often, and each attempt is asked about. */
const mostAttempts = 9

/** An order that somebody may still pay, at the counter or by WeChat. */
export const payable = ({ state, paidBy }: Pick<Claim, 'state' | 'paidBy'>): boolean =>
  paidBy === null && (state === 'placed' || state === 'paying')

/** Staff take cash or a card for an order. One that waits for WeChat is not paid twice. */
export const decideMarkPaid = (
  service: Pick<Serving, 'claims'>,
  order: string,
  tap: { key: string; paidBy: PayChannel },
): Decision => {
  const before = service.claims[order]
  if (!before) return { outcome: 'refused', refusal: { code: 'NotFound' } }
  if (before.changes.includes(tap.key)) return { outcome: 'same', claim: before }
  if (before.paidBy !== null) return { outcome: 'refused', refusal: { code: 'AlreadyPaid' } }
  if (before.state !== 'placed') return { outcome: 'refused', refusal: { code: 'NotPayable' } }
  const claim: Claim = {
    ...before,
    version: before.version + 1,
    changes: [...before.changes.slice(-4), tap.key],
    paidBy: tap.paidBy,
    owed: before.owed ?? 'record',
  }
  return { outcome: 'change', claim, step: claimStep(order, before, claim) }
}

/**
 * Begins an attempt at WeChat Pay, or goes on with the payer's own that is still open. `attempt` is its number. An order
 * that waits for WeChat alone does not wait longer for another attempt.
 */
export const decideAttempt = (
  service: Pick<Serving, 'claims' | 'endsAt'>,
  order: string,
  { by, merchant, at }: { by: string; merchant: string; at: Instant },
):
  | Exclude<Decision, { outcome: 'change' }>
  | (Decision & { outcome: 'change'; attempt: number }) => {
  const before = service.claims[order]
  if (!before) return { outcome: 'refused', refusal: { code: 'NotFound' } }
  const mine = before.attempts.findIndex((one) => one.by === by && at < one.until)
  if (!payable(before) || at >= service.endsAt || before.attempts.length >= mostAttempts)
    return { outcome: 'refused', refusal: { code: 'NotPayable' } }
  const until = before.state === 'paying' && before.askAt !== null ? before.askAt : at + payMs
  if (mine >= 0) return { outcome: 'same', claim: before }
  // WeChat takes no order that can be paid for less than a minute.
  if (until < at + 60_000) return { outcome: 'refused', refusal: { code: 'NotPayable' } }
  const claim: Claim = {
    ...before,
    version: before.version + 1,
    attempts: [...before.attempts, { by, merchant, until }],
    askAt: Math.max(before.askAt ?? 0, until),
    owed: before.owed ?? 'record',
  }
  return {
    outcome: 'change',
    claim,
    step: claimStep(order, before, claim),
    attempt: claim.attempts.length,
  }
}

/** Money that arrived under one attempt, as WeChat says when asked. */
export interface Receipt {
  attempt: number
  amount: Fen
}

/** What a payment means: it pays the order, it did so before, it goes back, or somebody has to look at it. */
export type Meaning =
  | { outcome: 'known' }
  | { outcome: 'wrongAmount' }
  | { outcome: 'goesBack' }
  | { outcome: 'pays'; claim: Claim }

type Paid = Pick<Claim, 'state' | 'paidBy' | 'paidAttempt' | 'pays'>

/** The same for an order of which only the record is left. */
export const meaningFor = (order: Paid, { attempt, amount }: Receipt): Meaning['outcome'] => {
  if (order.paidBy === 'wechat' && order.paidAttempt === attempt) return 'known'
  if (amount !== order.pays) return 'wrongAmount'
  return payable(order) ? 'pays' : 'goesBack'
}

/** Pays an order, when it still waits to be paid and the amount is right. */
export const decideReceipt = (before: Claim, receipt: Receipt): Meaning => {
  const outcome = meaningFor(before, receipt)
  if (outcome !== 'pays') return { outcome }
  const claim: Claim = {
    ...before,
    version: before.version + 1,
    state: 'placed',
    paidBy: 'wechat',
    paidAttempt: receipt.attempt,
    // The other attempts are asked about when their time is over.
    askAt: before.attempts.length > 1 ? before.askAt : null,
    owed: before.state === 'paying' ? 'mealOrdered' : (before.owed ?? 'record'),
  }
  return { outcome, claim }
}
