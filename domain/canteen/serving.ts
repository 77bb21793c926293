import type { Refusal } from '@/domain/shared/refusal'
import type { Step } from '@/domain/shared/step'
import type { PayChannel } from '@/types/canteen'
import { dayMs, type Instant } from '@/types/shared/day'
import { claimStep, type Decision } from './ordering'
import {
  isServing,
  lateMs,
  type Claim,
  type Handed,
  type RefusedScan,
  type Serving,
  type Twice,
} from './service'

/** An offline scan is told within a day. */
const latestMs = dayMs

/** From this moment on nothing that happens to a meal changes what was paid for it. */
export const finalFrom = ({ endsAt }: Pick<Serving, 'endsAt'>): Instant =>
  endsAt + lateMs + latestMs

/** Clocks of phones are not exact. */
const aheadMs = 5 * 60_000

export interface HandOver {
  key: string
  /** Taken now, for an order that was not paid. */
  paidBy: PayChannel | undefined
  by: string
  byName: string
  /** When it was scanned, when that was without a network. */
  scannedAt: Instant | null
  nonce: string | null
  at: Instant
}

const refuse = (code: string, data?: Refusal['data']): Refusal => ({ code, ...(data && { data }) })

/** Why nothing can be handed over, judged by when it was scanned; null when it can. */
export const servingRefusal = (
  service: Pick<Serving, 'state' | 'startsAt' | 'endsAt'>,
  { scannedAt, at }: Pick<HandOver, 'scannedAt' | 'at'>,
): Refusal | null => {
  if (scannedAt !== null && (at - scannedAt > latestMs || scannedAt > at + aheadMs))
    return refuse('ScannedTooLongAgo')
  return isServing(service, scannedAt ?? at)
    ? null
    : refuse('NotServingNow', { startsAt: service.startsAt })
}

/** Of several orders of one person, the one to hand over: the first that waits, else one that says why there is none. */
export const toHandOver = (
  { claims }: Pick<Serving, 'claims'>,
  orders: readonly string[],
): string | null => {
  const mine = orders.filter((order) => claims[order]).sort((a, b) => claims[a]!.at - claims[b]!.at)
  const first = (...states: readonly Claim['state'][]) =>
    mine.find((order) => states.includes(claims[order]!.state))
  return first('placed', 'paying', 'notCollected') ?? first('served') ?? mine.at(-1) ?? null
}

export type Serve =
  | Exclude<Decision, { outcome: 'change' }>
  | { outcome: 'change'; claim: Claim; step: Step; twice: boolean }

/** The most second scans a service keeps: each order could be scanned twice. */
const mostTwice = 500

/**
 * Hands an order over, once. A scan without a network cannot be taken back: of two, the earlier one counts, and the
 * other stays on the list of those served twice.
 */
export const decideServe = (service: Serving, order: string, tap: HandOver): Serve => {
  const before = service.claims[order]
  if (!before) return { outcome: 'refused', refusal: refuse('NoOrder') }
  const { key, nonce, scannedAt, by, byName, paidBy } = tap
  const same = (one: Pick<Handed, 'key' | 'nonce'>) =>
    one.key === key || (nonce !== null && one.nonce === nonce)
  if (before.handed && same(before.handed)) return { outcome: 'same', claim: before }
  if (service.twice.some((one) => one.order === order && same(one)))
    return { outcome: 'same', claim: before }
  const refusal = servingRefusal(service, tap)
  if (refusal) return { outcome: 'refused', refusal }

  const mine: Handed = { key, at: scannedAt ?? tap.at, by, byName, nonce }
  if (before.handed) {
    if (scannedAt === null)
      return {
        outcome: 'refused',
        refusal: refuse('AlreadyServed', { at: before.handed.at }),
      }
    const [counts, other] =
      mine.at < before.handed.at ? [mine, before.handed] : [before.handed, mine]
    const second: Twice = {
      order,
      name: before.name,
      at: other.at,
      by: other.byName,
      nonce: other.nonce,
      key: other.key,
      // Whichever counts, the order is paid once: what this scan took is taken once too often.
      paidBy: paidBy ?? null,
      pays: before.pays,
    }
    const claim = { ...before, version: before.version + 1, handed: counts, owed: owedBy(before) }
    const step = claimStep(order, before, claim)
    return {
      outcome: 'change',
      claim,
      twice: true,
      step: {
        guard: { ...step.guard, missing: [`twice.${mostTwice - 1}`] },
        change: { ...step.change, push: { twice: second } },
      },
    }
  }
  if (before.state !== 'placed' && before.state !== 'notCollected')
    return {
      outcome: 'refused',
      refusal: refuse(before.state === 'paying' ? 'NotPaid' : 'Cancelled'),
    }
  const paid = before.paidBy ?? paidBy
  if (!paid) return { outcome: 'refused', refusal: refuse('NotPaid', { pays: before.pays }) }
  const claim: Claim = {
    ...before,
    version: before.version + 1,
    state: 'served',
    paidBy: paid,
    handed: mine,
    owed: owedBy(before),
  }
  return { outcome: 'change', claim, twice: false, step: claimStep(order, before, claim) }
}

/** The most refused scans a service keeps. */
const mostRefused = 500

/** Keeps a scan without a network that was turned down, once; null when it is kept. */
export const refuseScan = (
  service: Pick<Serving, 'refusedScans' | 'seq'>,
  scan: RefusedScan,
): Step | null =>
  service.refusedScans.some(
    ({ key, nonce }) => key === scan.key || (nonce !== null && nonce === scan.nonce),
  )
    ? null
    : {
        guard: { equal: { seq: service.seq }, missing: [`refusedScans.${mostRefused - 1}`] },
        change: { push: { refusedScans: scan }, inc: { seq: 1 } },
      }

const owedBy = ({ owed }: Claim): NonNullable<Claim['owed']> => owed ?? 'record'

/** When the last meal has gone out: what nobody collected is known. */
export const isOver = ({ endsAt }: Pick<Serving, 'endsAt'>, at: Instant): boolean =>
  endsAt + lateMs <= at

/** An order nobody came for. */
export const notCollected = (claim: Claim): Claim | null =>
  claim.state === 'placed'
    ? { ...claim, version: claim.version + 1, state: 'notCollected', owed: owedBy(claim) }
    : null
