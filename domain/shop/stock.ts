import type { Refusal } from '@/domain/shared/refusal'
import type { Step } from '@/domain/shared/step'
import { addDays, dayOf, instantOf, monthOf, type Day, type Instant } from '@/types/shared/day'
import type { Fen } from '@/types/shared/fen'
import { mostLent, mostWaiting } from '@/types/shared/shopLimits'
import type { Movement } from '@/types/shop'
import { isPast } from './shelfLife'

/** One movement of the stock of one kind of goods, as it is born: below 0 goes out. */
export interface Entry {
  readonly movement: Movement
  readonly quantity: number
  readonly points: number
  readonly fen: Fen
  readonly person: string | null
  /** A giver who is not on record, as they want to be named. */
  readonly giverName: string | null
  readonly by: string
  readonly because: string | null
  /** The entry that this one takes back, or brings back. */
  readonly of: string | null
  /** The entry born in the same step: of what is bought, some stays for others. */
  readonly twin: string | null
  /** The month in which it counts towards the limit, where there was one. */
  readonly countedIn: string | null
  /** Of an order that was fetched: who ordered, when, and until when it was kept. */
  readonly ordered: Pick<Claim, 'by' | 'until' | 'at'> | null
  /** Points are not known to be taken, or given back, yet. */
  readonly owesPoints: boolean
  /** The staff act that this entry alone is the record of, until it is copied to the audit log. */
  readonly audited: { readonly procedure: string; readonly requestId: string } | null
  /** The key of the tap. */
  readonly key: string
  readonly at: Instant
}

export type EndedState = 'handedOver' | 'cancelled' | 'lapsed' | 'reversed'

/**
 * Goods that somebody ordered ahead and has not fetched, by the person's id: one order of a kind of goods at a time.
 * `unpaid` until its points are known to be taken.
 */
export interface Claim {
  readonly order: string
  readonly quantity: number
  readonly points: number
  readonly by: string
  readonly state: 'unpaid' | 'waiting' | 'cancelled' | 'lapsed'
  readonly countedIn: string | null
  /** The key of the tap that ended it. */
  readonly endedBy: string | null
  /** Who ended it. */
  readonly endedFor: string | null
  readonly until: Instant
  readonly at: Instant
}

/** Goods kept for an approved request of aid, by its id. */
export interface Keep {
  readonly quantity: number
  readonly person: string
  readonly by: string
  readonly answer: string | null
  readonly key: string
  /** The request is known to be approved: until then this is a try. */
  readonly settled: boolean
  readonly until: Instant
  readonly at: Instant
}

/** What somebody borrowed and has not brought back, by the entry that lent it. */
export interface Loan {
  readonly person: string
  /** How many of it are not back. */
  readonly out: number
  readonly at: Instant
}

/**
 * The scarce part of one kind of goods: what is in the shop is `left` + `kept`, and equals the ledger and the entries in
 * `open` that are not copied yet, always.
 */
export interface Stock {
  /** Raised by every change. */
  readonly rev: number
  /** In the shop and promised to nobody. */
  readonly left: number
  /** In the shop and promised. */
  readonly kept: number
  /** How many orders and approved requests hold what is kept. */
  readonly waiting: number
  readonly points: number | null
  readonly fen: Fen | null
  readonly perMonth: number | null
  readonly retired: boolean
  /** The earliest best-before date on the shelf: nothing goes out after it. */
  readonly bestBefore: Day | null
  readonly open: Readonly<Record<string, Entry>>
  readonly claims: Readonly<Record<string, Claim>>
  readonly keeps: Readonly<Record<string, Keep>>
  readonly loans: Readonly<Record<string, Loan>>
  /** What left `open`, `claims` and `keeps` lately: a repeated tap finds that it was done. */
  readonly done: Readonly<Record<string, Instant>>
  /** Month → person → how many they redeemed, while there is a limit. */
  readonly taken: Readonly<Record<string, Readonly<Record<string, number>>>>
}

/** `made` is what the step adds. */
export type Decision<T = unknown> =
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
  /** This very tap did it before. */
  | { readonly outcome: 'same' }
  | { readonly outcome: 'change'; readonly step: Step; readonly made: T }

const keptDays = 7

/** Ordered goods are kept until the end of the seventh day. */
export const keptUntil = (at: Instant): Instant => instantOf(addDays(dayOf(at), keptDays + 1))

/** How many more should be given. */
export const missing = (wanted: number | null, { left }: Pick<Stock, 'left'>): number =>
  Math.max(0, (wanted ?? 0) - left)

/** An entry with what most of them do not have. */
export const entry = (
  movement: Movement,
  quantity: number,
  more: Pick<Entry, 'by' | 'key' | 'at'> & Partial<Entry>,
): Entry => ({
  movement,
  quantity,
  points: 0,
  fen: 0,
  person: null,
  giverName: null,
  because: null,
  of: null,
  twin: null,
  countedIn: null,
  ordered: null,
  owesPoints: false,
  audited: null,
  ...more,
})

const refused = (code: string, data?: Refusal['data']): Decision<never> => ({
  outcome: 'refused',
  refusal: { code, ...(data && { data }) },
})

/** Every change says that there is something to complete. */
const touched = { set: { owes: true }, inc: { rev: 1 } } as const

const wasDone = ({ open, done }: Stock, id: string): boolean => id in open || id in done

const fresh = (...ids: readonly string[]): readonly string[] =>
  ids.flatMap((id) => [`open.${id}`, `done.${id}`])

/** How many somebody, by all ids of theirs, redeemed in a month. */
const takenBy = ({ taken }: Stock, month: string, ids: readonly string[]): number =>
  ids.reduce((sum, id) => sum + (taken[month]?.[id] ?? 0), 0)

interface Counted {
  readonly countedIn: string | null
  readonly guard: Pick<Step['guard'], 'missing' | 'below'>
  readonly change: Pick<Step['change'], 'set' | 'inc'>
}

/** Counts what somebody redeems against the monthly limit, or says how many are left to them. */
const countTowards = (
  stock: Stock,
  ids: readonly [string, ...string[]],
  quantity: number,
  month: string,
): Counted | Refusal => {
  const { perMonth, taken } = stock
  if (perMonth === null) return { countedIn: null, guard: {}, change: {} }
  const before = takenBy(stock, month, ids)
  if (before + quantity > perMonth)
    return { code: 'MonthlyLimit', data: { perMonth, more: Math.max(0, perMonth - before) } }
  const field = `taken.${month}.${ids[0]}`
  // What stands under ids of before a merge grows no more.
  const others = before - (taken[month]?.[ids[0]] ?? 0)
  return ids[0] in (taken[month] ?? {})
    ? {
        countedIn: month,
        guard: { below: { [field]: perMonth - others - quantity + 1 } },
        change: { inc: { [field]: quantity } },
      }
    : { countedIn: month, guard: { missing: [field] }, change: { set: { [field]: quantity } } }
}

interface Wanted {
  readonly quantity: number
  /** What the caller was shown that it costs. */
  readonly expected: number
  readonly ids: readonly [string, ...string[]]
  readonly at: Instant
}

/** Whether goods can be had for points, and the part of the guard that keeps it true. */
const forPoints = (
  stock: Stock,
  { quantity, expected, ids, at }: Wanted,
): { refusal: Refusal } | { points: number; counted: Counted } => {
  if (stock.retired) return { refusal: { code: 'NoLongerSold' } }
  if (isPast(stock.bestBefore, dayOf(at))) return { refusal: { code: 'PastBestBefore' } }
  if (stock.points === null) return { refusal: { code: 'NotForPoints' } }
  const points = stock.points * quantity
  if (points !== expected) return { refusal: { code: 'PriceChanged' } }
  if (stock.left < quantity)
    return { refusal: { code: 'NotEnoughLeft', data: { left: stock.left } } }
  const counted = countTowards(stock, ids, quantity, monthOf(dayOf(at)))
  return 'code' in counted ? { refusal: counted } : { points, counted }
}

/** What was read of the price is still so. */
const samePrice = ({ points, fen, perMonth, retired, bestBefore }: Stock) => ({
  ...{ points, fen, perMonth, retired, bestBefore },
})

interface Ordering extends Wanted {
  readonly order: string
  readonly by: string
}

/** Keeps goods for somebody; the points are taken afterwards. */
export const decideOrder = (stock: Stock, ordering: Ordering): Decision<Claim> => {
  const { order, quantity, ids, by, at } = ordering
  const claims = ids.flatMap((id) => stock.claims[id] ?? [])
  if (order in stock.done || claims.some((claim) => claim.order === order))
    return { outcome: 'same' }
  if (claims.length > 0) return refused('AlreadyOrdered')
  if (stock.waiting >= mostWaiting) return refused('TooManyWaiting')
  const had = forPoints(stock, ordering)
  if ('refusal' in had) return { outcome: 'refused', refusal: had.refusal }
  const { points, counted } = had
  const claim: Claim = {
    ...{ order, quantity, points, by, at },
    countedIn: counted.countedIn,
    state: 'unpaid',
    endedBy: null,
    endedFor: null,
    until: keptUntil(at),
  }
  return {
    outcome: 'change',
    made: claim,
    step: {
      guard: {
        equal: samePrice(stock),
        above: { left: quantity - 1 },
        below: { waiting: mostWaiting, ...counted.guard.below },
        missing: [
          ...ids.map((id) => `claims.${id}`),
          `done.${order}`,
          ...(counted.guard.missing ?? []),
        ],
      },
      change: {
        set: { ...touched.set, holding: true, [`claims.${ids[0]}`]: claim, ...counted.change.set },
        inc: {
          ...touched.inc,
          left: -quantity,
          kept: quantity,
          waiting: 1,
          ...counted.change.inc,
        },
        push: { people: ids[0] },
      },
    },
  }
}

/** The points of an order are known to be taken. */
export const paidStep = (person: string, { order }: Claim): Step => ({
  guard: { equal: { [`claims.${person}.order`]: order, [`claims.${person}.state`]: 'unpaid' } },
  change: { set: { ...touched.set, [`claims.${person}.state`]: 'waiting' }, inc: touched.inc },
})

/** What no longer counts towards the limit. */
const uncounted = (person: string, countedIn: string | null, quantity: number) =>
  countedIn === null ? {} : { [`taken.${countedIn}.${person}`]: -quantity }

/** The points of an order could not be taken: it never was. */
export const dropStep = (
  person: string,
  { order, quantity, countedIn }: Claim,
  at: Instant,
): Step => {
  return {
    guard: { equal: { [`claims.${person}.order`]: order, [`claims.${person}.state`]: 'unpaid' } },
    change: {
      set: { ...touched.set, [`done.${order}`]: at },
      unset: [`claims.${person}`],
      inc: {
        ...touched.inc,
        left: quantity,
        kept: -quantity,
        waiting: -1,
        ...uncounted(person, countedIn, quantity),
      },
      pull: { people: person },
    },
  }
}

interface Ending {
  readonly person: string
  readonly order: string
  readonly to: 'cancelled' | 'lapsed'
  readonly key: string
  readonly by: string | null
}

/** Ends an order nobody fetched: goods are free at once, points go back when it is completed. */
export const decideEnd = (
  stock: Stock,
  { person, order, to, key, by }: Ending,
): Decision<Claim> => {
  const claim = stock.claims[person]
  if (claim?.order === order && claim.endedBy === key) return { outcome: 'same' }
  if (claim?.order !== order || claim.state !== 'waiting') return refused('NotWaiting')
  const { quantity, countedIn } = claim
  return {
    outcome: 'change',
    made: { ...claim, state: to, endedBy: key, endedFor: by },
    step: {
      guard: {
        equal: { [`claims.${person}.order`]: order, [`claims.${person}.state`]: 'waiting' },
      },
      change: {
        set: {
          ...touched.set,
          [`claims.${person}.state`]: to,
          [`claims.${person}.endedBy`]: key,
          [`claims.${person}.endedFor`]: by,
        },
        inc: {
          ...touched.inc,
          left: quantity,
          kept: -quantity,
          waiting: -1,
          ...uncounted(person, countedIn, quantity),
        },
      },
    },
  }
}

interface Handing {
  readonly person: string
  readonly order: string
  readonly key: string
  readonly by: string
  readonly at: Instant
}

/** Goods that were kept leave the shop: the order becomes an entry of the same id. Of two keepers, one hands over. */
export const decideHandOver = (
  stock: Stock,
  { person, order, key, by, at }: Handing,
): Decision<Entry> => {
  if (stock.open[order]?.key === key) return { outcome: 'same' }
  const claim = stock.claims[person]
  if (claim?.order !== order || claim.state !== 'waiting') return refused('NotWaiting')
  if (isPast(stock.bestBefore, dayOf(at))) return refused('PastBestBefore')
  const { quantity, points, countedIn } = claim
  const ordered = { by: claim.by, until: claim.until, at: claim.at }
  const born = entry('redemption', -quantity, {
    ...{ points, person, by, key, at, countedIn, ordered },
  })
  return {
    outcome: 'change',
    made: born,
    step: {
      guard: {
        equal: {
          [`claims.${person}.order`]: order,
          [`claims.${person}.state`]: 'waiting',
          bestBefore: stock.bestBefore,
        },
        missing: fresh(order),
      },
      change: {
        set: { ...touched.set, [`open.${order}`]: born },
        unset: [`claims.${person}`],
        inc: { ...touched.inc, kept: -quantity, waiting: -1 },
        pull: { people: person },
      },
    },
  }
}

interface Redeeming extends Wanted, Pick<Entry, 'audited'> {
  readonly id: string
  readonly key: string
  readonly by: string
}

/** Goods go out at the counter; the points are taken afterwards, under the entry's id. */
export const decideRedeem = (stock: Stock, redeeming: Redeeming): Decision<Entry> => {
  const { id, quantity, ids, key, by, at, audited } = redeeming
  if (wasDone(stock, id)) return { outcome: 'same' }
  const had = forPoints(stock, redeeming)
  if ('refusal' in had) return { outcome: 'refused', refusal: had.refusal }
  const { points, counted } = had
  const born = entry('redemption', -quantity, {
    ...{ points, person: ids[0], by, key, at, audited },
    countedIn: counted.countedIn,
    owesPoints: true,
  })
  return {
    outcome: 'change',
    made: born,
    step: {
      guard: {
        equal: samePrice(stock),
        above: { left: quantity - 1 },
        ...(counted.guard.below && { below: counted.guard.below }),
        missing: [...fresh(id), ...(counted.guard.missing ?? [])],
      },
      change: {
        set: { ...touched.set, [`open.${id}`]: born, ...counted.change.set },
        inc: { ...touched.inc, left: -quantity, ...counted.change.inc },
      },
    },
  }
}

/** The points of a redemption are known to be taken. */
export const settledStep = (id: string): Step => ({
  guard: { equal: { [`open.${id}.owesPoints`]: true } },
  change: { set: { ...touched.set, [`open.${id}.owesPoints`]: false }, inc: touched.inc },
})

/** The points of a redemption could not be taken: it never was. */
export const undoStep = (id: string, { quantity, person, countedIn, at }: Entry): Step => ({
  guard: { equal: { [`open.${id}.owesPoints`]: true } },
  change: {
    set: { ...touched.set, [`done.${id}`]: at },
    unset: [`open.${id}`],
    inc: {
      ...touched.inc,
      left: -quantity,
      ...(person && uncounted(person, countedIn, -quantity)),
    },
  },
})

interface Moving {
  readonly id: string
  readonly born: Entry
  /** Goods that are no longer sold, or past their date, can come back, and be counted. */
  readonly alsoRetired?: boolean
  /** The price it was made with. */
  readonly priced?: boolean
}

/** Moves stock by one entry: never below what is left. */
export const decideMove = (
  stock: Stock,
  { id, born, alsoRetired = false, priced = false }: Moving,
): Decision<Entry> => {
  if (wasDone(stock, id)) return { outcome: 'same' }
  if (stock.retired && !alsoRetired) return refused('NoLongerSold')
  const { quantity } = born
  if (quantity < 0 && !alsoRetired && isPast(stock.bestBefore, dayOf(born.at)))
    return refused('PastBestBefore')
  if (stock.left + quantity < 0) return refused('NotEnoughLeft', { left: stock.left })
  return {
    outcome: 'change',
    made: born,
    step: {
      guard: {
        ...(priced
          ? { equal: samePrice(stock) }
          : !alsoRetired && { equal: { retired: false, bestBefore: stock.bestBefore } }),
        ...(quantity < 0 && { above: { left: -quantity - 1 } }),
        missing: fresh(id),
      },
      change: {
        set: { ...touched.set, [`open.${id}`]: born },
        inc: { ...touched.inc, left: quantity },
      },
    },
  }
}

/** Lends goods: out of the shop, and on the list of what is to come back. */
export const decideLend = (stock: Stock, { id, born }: Moving): Decision<Entry> => {
  const decision = decideMove(stock, { id, born })
  if (decision.outcome !== 'change' || born.person === null) return decision
  // A bound for people: two who lend at once may pass it by one.
  if (Object.keys(stock.loans).length >= mostLent) return refused('TooManyLent', { most: mostLent })
  const { guard, change } = decision.step
  const loan: Loan = { person: born.person, out: -born.quantity, at: born.at }
  return {
    outcome: 'change',
    made: decision.made,
    step: {
      guard,
      change: { ...change, set: { ...change.set, lent: true, [`loans.${id}`]: loan } },
    },
  }
}

interface Bringing {
  /** The entry that lent it, and the one by which it comes back. */
  readonly lent: string
  readonly id: string
  readonly quantity: number
  readonly key: string
  readonly by: string
  readonly at: Instant
}

/** What was lent comes back, all of it or a part; it then can no longer be taken back as a mistake. */
export const decideTakeBack = (
  stock: Stock,
  { lent, id, quantity, key, by, at }: Bringing,
): Decision<Entry> => {
  if (wasDone(stock, id)) return { outcome: 'same' }
  const loan = stock.loans[lent]
  if (!loan) return refused('AlreadyReversed')
  const { person, out } = loan
  if (quantity > out) return refused('NotSoManyLent', { out })
  const born = entry('convenienceService', quantity, { person, of: lent, key, by, at })
  const decision = decideMove(stock, { id, born, alsoRetired: true })
  if (decision.outcome !== 'change') return decision
  const { guard, change } = decision.step
  const path = `loans.${lent}`
  return {
    outcome: 'change',
    made: born,
    step: {
      guard: { ...guard, equal: { [`${path}.out`]: out } },
      change:
        quantity === out
          ? { ...change, unset: [path] }
          : { ...change, set: { ...change.set, [`${path}.out`]: out - quantity } },
    },
  }
}

interface Selling {
  readonly id: string
  readonly quantity: number
  readonly leaves: number
  readonly expected: Fen
  readonly person: string | null
  readonly key: string
  readonly by: string
  readonly at: Instant
}

/** The entry of what a buyer leaves for others. */
export const leftFor = (sale: string): string => `${sale}-d`

/** Sells at the counter; of what is bought, some may stay in the shop as a gift. */
export const decideSale = (
  stock: Stock,
  { id, quantity, leaves, expected, person, key, by, at }: Selling,
): Decision<Entry> => {
  if (wasDone(stock, id)) return { outcome: 'same' }
  if (stock.fen === null && !stock.retired) return refused('NotForMoney')
  const fen = (stock.fen ?? 0) * quantity
  if (!stock.retired && fen !== expected) return refused('PriceChanged')
  const twin = leaves > 0 ? leftFor(id) : null
  const decision = decideMove(stock, {
    id,
    born: entry('charitySale', -quantity, { fen, person, twin, by, key, at }),
    priced: true,
  })
  if (decision.outcome !== 'change' || twin === null) return decision
  const { guard, change } = decision.step
  const gift = entry('donationWithPurchase', leaves, { person, twin: id, by, key, at })
  return {
    outcome: 'change',
    made: decision.made,
    step: {
      guard,
      change: {
        set: { ...change.set, [`open.${twin}`]: gift },
        inc: { ...change.inc, left: leaves - quantity },
      },
    },
  }
}

/** The entry that takes one back. */
export const reversalOf = (id: string): string => `${id}-r`

interface Reversing {
  /** The entry, and its twin where it has one. */
  readonly entries: readonly { readonly id: string; readonly of: Entry }[]
  readonly because: string
  readonly key: string
  readonly by: string
  readonly at: Instant
}

/** Takes a movement back, and its twin with it: goods, points and money return in one step. */
export const decideReverse = (
  stock: Stock,
  { entries, because, key, by, at }: Reversing,
): Decision<Entry[]> => {
  const born = entries.map(({ id, of }) => ({
    id: reversalOf(id),
    entry: entry('reversal', -of.quantity, {
      ...{ points: -of.points, fen: -of.fen, person: of.person, because, by, key, at },
      of: id,
      owesPoints: of.points > 0,
    }),
  }))
  if (born.some(({ id }) => stock.open[id]?.key === key)) return { outcome: 'same' }
  if (born.some(({ id }) => wasDone(stock, id))) return refused('AlreadyReversed')
  // What was lent is taken back as a mistake as long as nothing of it came back.
  const lent = entries.filter(({ of }) => of.movement === 'convenienceService')
  if (lent.some(({ id, of }) => stock.loans[id]?.out !== -of.quantity))
    return refused('AlreadyReversed')
  const quantity = born.reduce((sum, one) => sum + one.entry.quantity, 0)
  if (stock.left + quantity < 0) return refused('NotEnoughLeft', { left: stock.left })
  const back = entries.flatMap(({ of: { person, countedIn, quantity: moved } }) =>
    person ? Object.entries(uncounted(person, countedIn, -moved)) : [],
  )
  return {
    outcome: 'change',
    made: born.map((one) => one.entry),
    step: {
      guard: {
        ...(lent.length > 0 && {
          equal: Object.fromEntries(lent.map(({ id, of }) => [`loans.${id}.out`, -of.quantity])),
        }),
        ...(quantity < 0 && { above: { left: -quantity - 1 } }),
        missing: fresh(...born.map(({ id }) => id)),
      },
      change: {
        set: {
          ...touched.set,
          ...Object.fromEntries(born.map((one) => [`open.${one.id}`, one.entry])),
        },
        unset: lent.map(({ id }) => `loans.${id}`),
        inc: { ...touched.inc, left: quantity, ...Object.fromEntries(back) },
      },
    },
  }
}

interface Keeping {
  readonly aid: string
  readonly keep: Keep
}

/** Keeps goods for an approved request, as long as there are enough. */
export const decideKeep = (stock: Stock, { aid, keep }: Keeping): Decision<Keep> => {
  if (stock.keeps[aid]?.key === keep.key) return { outcome: 'same' }
  if (aid in stock.keeps || wasDone(stock, aid)) return refused('AlreadyDecided')
  if (stock.retired) return refused('NoLongerSold')
  if (isPast(stock.bestBefore, dayOf(keep.at))) return refused('PastBestBefore')
  const { quantity } = keep
  if (stock.left < quantity) return refused('NotEnoughLeft', { left: stock.left })
  return {
    outcome: 'change',
    made: keep,
    step: {
      guard: {
        equal: { retired: false, bestBefore: stock.bestBefore },
        above: { left: quantity - 1 },
        missing: [`keeps.${aid}`, ...fresh(aid)],
      },
      change: {
        set: { ...touched.set, holding: true, [`keeps.${aid}`]: keep },
        inc: { ...touched.inc, left: -quantity, kept: quantity, waiting: 1 },
      },
    },
  }
}

/** What was kept for a request is free again. `done` keeps a late tap from taking it once more. */
export const releaseStep = (aid: string, { key, quantity }: Keep, at: Instant): Step => ({
  guard: { equal: { [`keeps.${aid}.key`]: key } },
  change: {
    set: { ...touched.set, [`done.${aid}`]: at },
    unset: [`keeps.${aid}`],
    inc: { ...touched.inc, left: quantity, kept: -quantity, waiting: -1 },
  },
})

/** The request is known to be approved. */
export const settledKeepStep = (aid: string, { key }: Keep): Step => ({
  guard: { equal: { [`keeps.${aid}.key`]: key, [`keeps.${aid}.settled`]: false } },
  change: { set: { ...touched.set, [`keeps.${aid}.settled`]: true }, inc: touched.inc },
})

interface Giving {
  readonly aid: string
  readonly key: string
  readonly by: string
  readonly at: Instant
}

/** Kept goods are given: the request becomes an entry of the same id. */
export const decideGive = (stock: Stock, { aid, key, by, at }: Giving): Decision<Entry> => {
  if (stock.open[aid]?.key === key) return { outcome: 'same' }
  const keep = stock.keeps[aid]
  if (!keep?.settled) return refused('NotApproved')
  if (isPast(stock.bestBefore, dayOf(at))) return refused('PastBestBefore')
  const { quantity, person } = keep
  const born = entry('emergencyAid', -quantity, { person, by, key, at })
  return {
    outcome: 'change',
    made: born,
    step: {
      guard: {
        equal: { [`keeps.${aid}.key`]: keep.key, bestBefore: stock.bestBefore },
        missing: fresh(aid),
      },
      change: {
        set: { ...touched.set, [`open.${aid}`]: born },
        unset: [`keeps.${aid}`],
        inc: { ...touched.inc, kept: -quantity, waiting: -1 },
      },
    },
  }
}

/** Orders whose time is over, by person. */
export const lapsing = ({ claims }: Stock, at: Instant): [person: string, claim: Claim][] =>
  Object.entries(claims).filter(
    ([, { state, until }]) => (state === 'waiting' || state === 'unpaid') && until <= at,
  )

/** Requests whose goods nobody fetched in time. */
export const lapsingKeeps = ({ keeps }: Stock, at: Instant): [aid: string, keep: Keep][] =>
  Object.entries(keeps).filter(([, { until }]) => until <= at)

/** A repeated tap comes within a day or never; what is older is found by its record. */
const doneDays = 8

/** What need not be remembered any more: ids of acts long done, and months whose limit nobody asks about. */
export const forgettable = ({ done, taken }: Stock, today: Day): string[] => {
  const before = instantOf(addDays(today, -doneDays))
  return [
    ...Object.entries(done).flatMap(([id, at]) => (at < before ? [`done.${id}`] : [])),
    ...Object.keys(taken).flatMap((month) =>
      month < monthOf(addDays(today, -doneDays - 31)) ? [`taken.${month}`] : [],
    ),
  ]
}

/** What the ledger, and what is not copied there yet, comes to. */
export const stockOf = (
  base: number,
  lines: readonly { _id: string; quantity: number }[],
  open: Stock['open'],
): number => {
  const copied = new Set(lines.map(({ _id }) => _id))
  return (
    base +
    lines.reduce((sum, { quantity }) => sum + quantity, 0) +
    Object.entries(open).reduce((sum, [id, one]) => sum + (copied.has(id) ? 0 : one.quantity), 0)
  )
}
