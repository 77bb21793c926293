import type { Refusal } from '@/domain/shared/refusal'
import { touched, type Change, type Guard, type Step } from '@/domain/shared/step'
import { mostOrders, type PayChannel, type ServingKind } from '@/types/canteen'
import type { Instant } from '@/types/shared/day'
import type { Fen } from '@/types/shared/fen'
import { unused, type PriceRule } from './price'
import { quoteFor, type Wanted } from './quote'
import {
  counterPortions,
  isServing,
  stands,
  takesCancellations,
  takesOrders,
  usedBesides,
  usedBy,
  type Claim,
  type Hand,
  type Quote,
  type Serving,
  type Uses,
} from './service'

/** The person an order is for: the ids they have had, and what the price asks. */
export interface Guest {
  /** Their own id first. */
  ids: readonly [string, ...string[]]
  name: string
  birthDate: string | null
  verifiedUntil: string | null
  minutes?: Readonly<Record<string, number>> | undefined
  hasHome: boolean
}

interface Tap {
  key: string
  /** The id of the order this tap makes or changes. */
  order: string
  lines: readonly Wanted[]
  kind: ServingKind
  note: string
  cannotLeave: boolean
  /** What the person saw they would pay. */
  expected: Fen | undefined
  at: Instant
}

export interface Placing extends Tap, Hand {
  guest: Guest
  /** The merchant to pay by WeChat, or null to pay at the counter. */
  wechat: string | null
}

export type Decision =
  | { outcome: 'refused'; refusal: Refusal }
  | { outcome: 'same'; claim: Claim }
  | { outcome: 'change'; claim: Claim; step: Step }

const refuse = (code: string, data?: Refusal['data']): Decision => ({
  outcome: 'refused',
  refusal: { code, ...(data && { data }) },
})

/** How long WeChat Pay waits, and portions with it. */
export const payMs = 15 * 60_000

/** Orders of one person at one service, those that ended among them: nobody fills a meal by ordering and cancelling. */
const mostOfOne = 10

type Portions = Readonly<Record<string, number>>

const asRecord = (lines: Quote['lines']): Portions =>
  Object.fromEntries(lines.map(({ dish, portions }) => [dish, portions]))

/** Portions to take of each dish, less those given back; what is below zero goes back to the others. */
const difference = (taken: Portions, back: Portions): Portions =>
  Object.fromEntries(
    [...new Set([...Object.keys(taken), ...Object.keys(back)])]
      .map((dish) => [dish, (taken[dish] ?? 0) - (back[dish] ?? 0)] as const)
      .filter(([, portions]) => portions !== 0),
  )

/** The first dish of which there is not enough. */
const missing = ({ offers }: Pick<Serving, 'offers'>, taken: Portions): string | undefined =>
  Object.keys(taken).find((dish) => {
    const offer = offers[dish]
    const wanted = taken[dish]!
    return wanted > 0 && offer && (offer.soldOut || offer.left < wanted)
  })

/** Takes portions that can be ordered, or gives them back where the number is below zero. */
const portionStep = (taken: Portions): { guard: Guard; change: Change } => {
  const wanted = Object.entries(taken).filter(([, portions]) => portions > 0)
  return {
    guard: {
      equal: Object.fromEntries(wanted.map(([dish]) => [`offers.${dish}.soldOut`, false])),
      above: Object.fromEntries(
        wanted.map(([dish, portions]) => [`offers.${dish}.left`, portions - 1]),
      ),
    },
    change: {
      inc: Object.fromEntries(
        Object.entries(taken).map(([dish, portions]) => [`offers.${dish}.left`, -portions]),
      ),
    },
  }
}

/** Puts what a person uses of the discount, as long as it is what was read under all their ids. */
const usesStep = (
  { uses }: Pick<Serving, 'uses'>,
  ids: readonly string[],
  under: string,
  next: Omit<Uses, 'rev'>,
): { guard: Guard; change: Change } => ({
  guard: {
    equal: Object.fromEntries(
      ids.flatMap((id) => (uses[id] ? [[`uses.${id}.rev`, uses[id].rev]] : [])),
    ),
    missing: ids.filter((id) => !uses[id]).map((id) => `uses.${id}`),
  },
  change: { set: { [`uses.${under}`]: { ...next, rev: (uses[under]?.rev ?? 0) + 1 } } },
})

const both = (...steps: readonly Step[]): Step => ({
  guard: {
    equal: merged(steps.map(({ guard }) => guard.equal)),
    missing: steps.flatMap(({ guard }) => guard.missing ?? []),
    above: merged(steps.map(({ guard }) => guard.above)),
    below: merged(steps.map(({ guard }) => guard.below)),
  },
  change: {
    set: merged(steps.map(({ change }) => change.set)),
    inc: merged(steps.map(({ change }) => change.inc)),
    push: merged(steps.map(({ change }) => change.push)),
  },
})

const merged = <V>(parts: readonly (Readonly<Record<string, V>> | undefined)[]) =>
  Object.assign({}, ...parts) as Record<string, V>

/** A claim as it becomes; only as long as it is at the version that was read. */
export const claimStep = (order: string, before: Claim | undefined, next: Claim): Step => ({
  guard: before
    ? { equal: { [`claims.${order}.version`]: before.version } }
    : { missing: [`claims.${order}`] },
  change: {
    set: { ...touched.set, [`claims.${order}`]: next },
    inc: touched.inc,
  },
})

/** A new claim still counts as one order more, and there is room for it. */
const oneMore: Step = { guard: { below: { orders: mostOrders } }, change: { inc: { orders: 1 } } }

/** As long as orders are taken under the plan that was read. */
const stillOpen = ({ rev }: Serving, at: Instant): Step => ({
  guard: { equal: { rev, state: 'published' }, above: { cutOff: at } },
  change: {},
})

const asked = (
  service: Serving,
  { kind, cannotLeave, at }: Pick<Tap, 'kind' | 'cannotLeave' | 'at'>,
  guest: Guest,
): Decision | null => {
  if (!takesOrders(service, at)) return refuse('OrderingClosed', { cutOff: service.cutOff })
  if (!service.kinds.includes(kind)) return refuse('NoSuchKind')
  if (kind === 'delivery' && !guest.hasHome) return refuse('HomeNeeded')
  if (kind === 'delivery' && !cannotLeave) return refuse('SayCannotLeave')
  return null
}

/**
 * Takes the portions of all dishes for one order, or says why not. The same tap finds the order it made, as it is now:
 * also cancelled, so that a late duplicate never orders again.
 */
export const decidePlace = (
  service: Serving,
  rules: readonly PriceRule[],
  tap: Placing,
): Decision => {
  const before = service.claims[tap.order]
  if (before) return { outcome: 'same', claim: before }
  const { guest, order, key, by, byName, wechat, at } = tap
  const refused = asked(service, tap, guest)
  if (refused) return refused
  const [id] = guest.ids
  const known = service.uses[id]
  const ofOne = guest.ids.flatMap((one) => service.uses[one]?.orders ?? [])
  if (service.orders >= mostOrders || ofOne.length >= mostOfOne) return refuse('TooManyOrders')
  const used = usedBy(service.uses, guest.ids)
  const priced = quoteFor(service, rules, guest, tap.lines, used, at)
  if ('refusal' in priced) return { outcome: 'refused', ...priced }
  const { quote } = priced
  const lines = asRecord(quote.lines)
  const short = missing(service, lines)
  if (short) return soldOut(service, short)
  if (tap.expected !== undefined && tap.expected !== quote.pays)
    return refuse('PriceChanged', { pays: quote.pays })
  const claim: Claim = {
    ...{ key, version: 1, changes: [], person: id, name: guest.name, by, byName },
    ...{ changedBy: null, cancelledBy: null, ...mannerOf(tap), lines },
    covers: quote.uses,
    pays: quote.pays,
    reason: quote.reason,
    state: wechat === null ? 'placed' : 'paying',
    paidBy: null,
    paidAttempt: 0,
    attempts: wechat === null ? [] : [{ by, merchant: wechat, until: at + payMs }],
    askAt: wechat === null ? null : at + payMs,
    handed: null,
    at,
    price: quote,
    owed: wechat === null ? 'mealOrdered' : 'record',
  }
  const mine = known ?? { ...unused, orders: [] }
  const step = both(
    stillOpen(service, at),
    oneMore,
    portionStep(lines),
    usesStep(service, guest.ids, id, {
      dishes: [...mine.dishes, ...quote.uses.dishes],
      gross: mine.gross + quote.uses.gross,
      orders: [...mine.orders, order],
    }),
    claimStep(order, undefined, claim),
  )
  return { outcome: 'change', claim, step }
}

/** How it is eaten. That somebody cannot leave home is kept where something is carried to them, and nowhere else. */
const mannerOf = ({ kind, note, cannotLeave }: Pick<Tap, 'kind' | 'note' | 'cannotLeave'>) => ({
  kind,
  note,
  cannotLeave: kind === 'delivery' && cannotLeave,
})

const soldOut = ({ offers }: Pick<Serving, 'offers'>, dish: string): Decision => {
  const { name, left, soldOut: none } = offers[dish]!
  return refuse('SoldOut', { dish, name, left: none ? 0 : left })
}

/** Other dishes or another way of eating. The price is made anew; what was paid, or waits for WeChat, stays as it is. */
export const decideChange = (
  service: Serving,
  rules: readonly PriceRule[],
  tap: Tap & Hand & { guest: Guest },
): Decision => {
  const { guest, order, key, by, byName, at } = tap
  const before = service.claims[order]
  if (!before) return refuse('NotFound')
  if (before.changes.includes(key)) return { outcome: 'same', claim: before }
  if (before.paidBy !== null) return refuse('AlreadyPaid')
  if (before.state !== 'placed' || before.askAt !== null) return refuse('NotChangeable')
  const refused = asked(service, tap, guest)
  if (refused) return refused
  const under = before.person ?? guest.ids[0]
  const others = usedBesides(usedBy(service.uses, guest.ids), before.covers)
  const priced = quoteFor(service, rules, guest, tap.lines, others, at)
  if ('refusal' in priced) return { outcome: 'refused', ...priced }
  const { quote } = priced
  const lines = asRecord(quote.lines)
  const taken = difference(lines, before.lines)
  const short = missing(service, taken)
  if (short) return soldOut(service, short)
  if (tap.expected !== undefined && tap.expected !== quote.pays)
    return refuse('PriceChanged', { pays: quote.pays })
  const claim: Claim = {
    ...before,
    version: before.version + 1,
    changes: [...before.changes.slice(-4), key],
    changedBy: { by, byName },
    ...mannerOf(tap),
    lines,
    covers: quote.uses,
    pays: quote.pays,
    reason: quote.reason,
    price: quote,
    owed: before.owed ?? 'record',
  }
  const mine = service.uses[under] ?? { ...unused, orders: [order] }
  const kept = usedBesides(mine, before.covers)
  const step = both(
    stillOpen(service, at),
    portionStep(taken),
    usesStep(service, guest.ids, under, {
      dishes: [...kept.dishes, ...quote.uses.dishes],
      gross: kept.gross + quote.uses.gross,
      orders: mine.orders,
    }),
    claimStep(order, before, claim),
  )
  return { outcome: 'change', claim, step }
}

/** Ends an order without a meal: its portions can be ordered again, and its discount used by another. */
const giveBack = (service: Serving, order: string, before: Claim, claim: Claim): Step => {
  const mine = before.person === null ? undefined : service.uses[before.person]
  return both(
    portionStep(difference({}, before.lines)),
    ...(before.person !== null && mine
      ? [
          usesStep(service, [before.person], before.person, {
            ...usedBesides(mine, before.covers),
            orders: mine.orders,
          }),
        ]
      : []),
    claimStep(order, before, claim),
  )
}

/**
 * Calls an order off. A person can until the cut-off, what was paid in cash only at the counter; an erasure (`leaving`)
 * always can. Attempts at paying by WeChat are asked about later: what comes in goes back.
 */
export const decideCancel = (
  service: Serving,
  tap: Hand & { order: string; onBehalf: boolean; leaving?: boolean; at: Instant },
): Decision => {
  const { order, by, byName, onBehalf, leaving = false, at } = tap
  const before = service.claims[order]
  if (!before) return refuse('NotFound')
  if (before.state === 'cancelled') return { outcome: 'same', claim: before }
  if (before.state !== 'placed' && before.state !== 'paying') return refuse('NotChangeable')
  if (!leaving && !takesCancellations(service, at))
    return refuse('OrderingClosed', { cutOff: service.cutOff })
  const inHand = before.paidBy === 'cash' || before.paidBy === 'card'
  if (inHand && !onBehalf) return refuse('NotChangeable')
  const claim: Claim = {
    ...before,
    version: before.version + 1,
    state: 'cancelled',
    cancelledBy: { by, byName },
    owed: 'record',
  }
  return { outcome: 'change', claim, step: giveBack(service, order, before, claim) }
}

/** Nobody paid within the time: the portions are free again. */
export const decideExpire = (service: Serving, order: string, at: Instant): Decision => {
  const before = service.claims[order]
  if (!before) return refuse('NotFound')
  if (before.askAt === null || at < before.askAt) return { outcome: 'same', claim: before }
  const version = before.version + 1
  if (before.state !== 'paying') {
    // An order that can be paid at the counter, or one that has ended, goes on without WeChat.
    const claim: Claim = { ...before, version, askAt: null, owed: before.owed ?? 'record' }
    return { outcome: 'change', claim, step: claimStep(order, before, claim) }
  }
  const claim: Claim = { ...before, version, askAt: null, state: 'expired', owed: 'mealExpired' }
  return { outcome: 'change', claim, step: giveBack(service, order, before, claim) }
}

export interface Sale extends Hand {
  key: string
  order: string
  /** Null for somebody without a record. */
  guest: Guest | null
  lines: readonly Wanted[]
  paidBy: PayChannel
  expected: Fen | undefined
  at: Instant
}

/** Sold from the counter's portions, paid and handed over in one step. */
export const decideSale = (
  service: Serving,
  rules: readonly PriceRule[],
  { key, order, guest, lines: wanted, paidBy, expected, by, byName, at }: Sale,
): Decision => {
  const before = service.claims[order]
  if (before) return { outcome: 'same', claim: before }
  if (!isServing(service, at)) return refuse('NotServingNow')
  if (service.orders >= mostOrders) return refuse('TooManyOrders')
  const ids = guest?.ids ?? []
  const used = usedBy(service.uses, ids)
  const priced = quoteFor(service, rules, guest, wanted, used, at)
  if ('refusal' in priced) return { outcome: 'refused', ...priced }
  const { quote } = priced
  const lines = asRecord(quote.lines)
  for (const [dish, portions] of Object.entries(lines)) {
    const offer = service.offers[dish]!
    const left = offer.soldOut ? 0 : counterPortions(service, offer, at)
    if (left < portions) return refuse('SoldOut', { dish, name: offer.name, left })
  }
  if (expected !== undefined && expected !== quote.pays)
    return refuse('PriceChanged', { pays: quote.pays })
  const claim: Claim = {
    ...{ key, version: 1, changes: [], person: guest?.ids[0] ?? null, name: guest?.name ?? '' },
    ...{ by, byName, changedBy: null, cancelledBy: null },
    ...{ kind: 'eatIn', note: '', cannotLeave: false },
    ...{ lines, covers: quote.uses, pays: quote.pays },
    reason: quote.reason,
    ...{ state: 'served', paidBy, paidAttempt: 0, attempts: [], askAt: null },
    handed: { key, at, by, byName: byName ?? '', nonce: null },
    at,
    price: quote,
    owed: 'record',
  }
  const [id] = ids
  const mine = (id !== undefined && service.uses[id]) || { ...unused, orders: [] }
  const step = both(
    { guard: { equal: { rev: service.rev, state: service.state } }, change: {} },
    oneMore,
    counterStep(service, lines),
    ...(id === undefined
      ? []
      : [
          usesStep(service, ids, id, {
            dishes: [...mine.dishes, ...quote.uses.dishes],
            gross: mine.gross + quote.uses.gross,
            orders: [...mine.orders, order],
          }),
        ]),
    claimStep(order, undefined, claim),
  )
  return { outcome: 'change', claim, step }
}

/** The counter's own portions first, then those that nobody ordered. */
const counterStep = ({ offers }: Pick<Serving, 'offers'>, lines: Portions): Step =>
  both(
    ...Object.entries(lines).map(([dish, portions]): Step => {
      const own = Math.min(portions, offers[dish]!.counterLeft)
      const rest = portions - own
      const parts = [
        [`offers.${dish}.counterLeft`, own],
        [`offers.${dish}.left`, rest],
      ].filter((part): part is [string, number] => part[1] !== 0)
      const unordered = rest > 0 ? { [`offers.${dish}.soldUnordered`]: rest } : {}
      return {
        guard: {
          equal: { [`offers.${dish}.soldOut`]: false },
          above: Object.fromEntries(parts.map(([path, number]) => [path, number - 1])),
        },
        change: {
          inc: {
            ...Object.fromEntries(parts.map(([path, number]) => [path, -number])),
            ...unordered,
          },
        },
      }
    }),
  )

/** Everything that stands ends with a service that is called off; what was served stays served. */
export const calledOff = (claim: Claim): Claim | null =>
  stands(claim) && claim.state !== 'served'
    ? { ...claim, version: claim.version + 1, state: 'calledOff', owed: 'mealCalledOff' }
    : null
