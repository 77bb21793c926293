import type {
  Allergen,
  DietMark,
  OrderState,
  PayChannel,
  Price,
  PriceReason,
  ServingKind,
} from '@/types/canteen'
import type { Day, Instant } from '@/types/shared/day'
import type { Fen } from '@/types/shared/fen'
import type { Meal } from '@/types/shared/meals'
import { unused, type Used } from './price'

/** A dish on the menu of one service, as it was planned. Its portions are left, left for the counter, or taken. */
export interface Offer {
  name: string
  price: Fen
  marks: readonly DietMark[]
  allergens: readonly Allergen[]
  photo: string | null
  discountable: boolean
  /** Its place on the menu. */
  place: number
  portions: number
  /** Portions kept for people without an order, and those of them that are not sold. */
  pool: number
  counterLeft: number
  /** Portions that can still be ordered; when ordering is over they are sold at the counter too. */
  left: number
  /** Portions sold at the counter out of those that nobody ordered. */
  soldUnordered: number
  soldOut: boolean
}

/** One attempt to pay by WeChat, under a number of its own; `by` is the person who can pay it. */
export interface Attempt {
  by: string
  merchant: string
  until: Instant
}

/** An order handed over. Scanned without a network it is told later; the earlier scan of two is the one that counts. */
export interface Handed {
  key: string
  at: Instant
  by: string
  byName: string
  nonce: string | null
}

/** Who changed or cancelled an order; `byName` when it was somebody else than who eats. */
export interface Hand {
  by: string
  byName: string | null
}

/** What an order was priced at; `names` are in the order of the lines. */
export type Quote = Price & { uses: Used }

/** One order's hold on portions. It is named by the id of its order and stays when the order ends. */
export interface Claim {
  /** The key of the tap that made it. */
  key: string
  /** Raised by every change; the record of the order only ever moves forward. */
  version: number
  /** Keys of the last changes of it: a late duplicate of one changes nothing. */
  changes: readonly string[]
  /** Who eats; null for somebody at the counter without a record. */
  person: string | null
  name: string
  by: string
  /** When it was somebody else. */
  byName: string | null
  changedBy: Hand | null
  cancelledBy: Hand | null
  kind: ServingKind
  note: string
  /** Said for a delivery, and nothing more: why is nobody's business. */
  cannotLeave: boolean
  /** Portions by dish. */
  lines: Readonly<Record<string, number>>
  /** What of the person's discount at this service it uses up. */
  covers: Used
  pays: Fen
  /** Why, for those who take the money: the price itself is not kept. */
  reason: PriceReason
  state: OrderState
  paidBy: PayChannel | null
  /** Which attempt paid it, counted from 1; 0 when it was not WeChat. */
  paidAttempt: number
  attempts: readonly Attempt[]
  /** When WeChat is to be asked what became of the attempts; null when nothing is open. */
  askAt: Instant | null
  handed: Handed | null
  at: Instant
  /** Kept until the record holds it. */
  price: Quote | null
  /** What is still to be written: its record, or also the notice of what happened. */
  owed: 'record' | 'mealOrdered' | 'mealCalledOff' | 'mealExpired' | null
}

/** What of the discount a person has used at a service, by which orders. */
export interface Uses extends Used {
  rev: number
  orders: readonly string[]
}

/** An order that was handed over a second time. */
export interface Twice {
  order: string
  name: string
  at: Instant
  by: string
  nonce: string | null
  key: string
  /** How it was paid once more, and what; null when nobody was asked to pay. */
  paidBy: PayChannel | null
  pays: Fen
}

/** A scan without a network that fitted no order: it cannot be taken back, so that somebody has to look at it. */
export interface RefusedScan {
  code: string
  /** Whose, as far as it is known. */
  person: string | null
  name: string
  at: Instant
  by: string
  nonce: string | null
  key: string
  paidBy: PayChannel | null
}

export type ServiceState = 'draft' | 'published' | 'closed' | 'calledOff'

/** The scarce thing: the portions of one meal and all orders of it. */
export interface Serving {
  /** Raised by every change of the plan; what was priced under another is priced again. */
  rev: number
  /** Raised by every change: what looks at all claims at once is void when one changed meanwhile. */
  seq: number
  state: ServiceState
  day: Day
  meal: Meal
  startsAt: Instant
  endsAt: Instant
  cutOff: Instant
  kinds: readonly ServingKind[]
  offers: Readonly<Record<string, Offer>>
  claims: Readonly<Record<string, Claim>>
  uses: Readonly<Record<string, Uses>>
  /** All orders there ever were, those that ended among them. */
  orders: number
  twice: readonly Twice[]
  refusedScans: readonly RefusedScan[]
}

/** Whether orders are taken at a moment. */
export const takesOrders = ({ state, cutOff }: Pick<Serving, 'state' | 'cutOff'>, at: Instant) =>
  state === 'published' && at < cutOff

/** Whether orders can be cancelled at a moment: what was promised until the cut-off holds after an early close too. */
export const takesCancellations = (
  { state, cutOff }: Pick<Serving, 'state' | 'cutOff'>,
  at: Instant,
) => (state === 'published' || state === 'closed') && at < cutOff

/** People come early and late: from an hour before to half an hour after. */
const earlyMs = 60 * 60_000
export const lateMs = 30 * 60_000

/** Whether meals are handed over at a moment. */
export const isServing = (
  { state, startsAt, endsAt }: Pick<Serving, 'state' | 'startsAt' | 'endsAt'>,
  at: Instant,
): boolean =>
  (state === 'published' || state === 'closed') && startsAt - earlyMs <= at && at < endsAt + lateMs

/** Portions the counter may sell: its own, and when ordering is over what was not ordered. */
export const counterPortions = (
  service: Pick<Serving, 'state' | 'cutOff'>,
  { left, counterLeft }: Pick<Offer, 'left' | 'counterLeft'>,
  at: Instant,
): number => counterLeft + (takesOrders(service, at) ? 0 : left)

/** Portions of orders; what the counter sold is none of them. */
export const orderedPortions = ({
  portions,
  pool,
  left,
  soldUnordered,
}: Pick<Offer, 'portions' | 'pool' | 'left' | 'soldUnordered'>): number =>
  portions - pool - left - soldUnordered

/** What a person, under any of the ids they have had, has used of the discount. */
export const usedBy = (uses: Serving['uses'], ids: readonly string[]): Used =>
  ids
    .map((id) => uses[id] ?? unused)
    .reduce<Used>(
      (all, { dishes, gross }) => ({
        dishes: [...all.dishes, ...dishes],
        gross: all.gross + gross,
      }),
      unused,
    )

/** The same without what one order uses. */
export const usedBesides = ({ dishes, gross }: Used, covers: Used): Used => ({
  dishes: dishes.filter((dish) => !covers.dishes.includes(dish)),
  gross: gross - covers.gross,
})

/** The orders of a person at a service, under any of the ids they have had. */
export const ordersOf = (uses: Serving['uses'], ids: readonly string[]): string[] =>
  ids.flatMap((id) => uses[id]?.orders ?? [])

/** Whether an order stands: it has not ended without a meal. */
export const stands = ({ state }: Pick<Claim, 'state'>): boolean =>
  state === 'paying' || state === 'placed' || state === 'served'

export const portionsOf = ({ lines }: Pick<Claim, 'lines'>): number =>
  Object.values(lines).reduce((sum, portions) => sum + portions, 0)
