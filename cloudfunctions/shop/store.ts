import type { Entry, EndedState, Stock } from '@/domain/shop/stock'
import type { CountedLines } from '@/domain/shop/stocktaking'
import type { Day, Instant } from '@/types/shared/day'
import type { Fen } from '@/types/shared/fen'
import type {
  AidState,
  GoodsCategory,
  Movement,
  PurchaseState,
  ShopAbout,
  ShopAboutNow,
  StatementLine,
  StocktakingState,
} from '@/types/shop'
import { mostPurchases } from '@/types/shared/shopLimits'
import { command } from '../kit/cloud'
import { collection, type Projection, type Stored } from '../kit/collection'
import { idOf } from '../kit/ids'

/** One kind of goods: what it is, and its stock. Lists load it without what is promised and not copied yet. */
export interface GoodsDoc extends Stored, Stock {
  name: string
  category: GoodsCategory
  unit: string
  about: string
  photo: string | null
  /** Every picture it has or had. */
  photos: readonly string[]
  low: number
  wanted: number | null
  bestBefore: Day | null
  /** Raised by each edit, and the keys of the last ones. */
  edition: number
  savedBy: readonly string[]
  /** Staff see it in this order: what is low first, then by name. */
  place: string
  isLow: boolean
  /** How often few were left, as far as it is recorded: the keepers are told once of each. */
  falls: number
  /** Something is to be copied, told, or settled: the sweep does it. */
  owes: boolean
  /** Something may be promised. */
  holding: boolean
  /** Something may be lent and not back. */
  lent: boolean
  /** Who has an order here. */
  people: readonly string[]
  /** What all lines of the ledger before a moment come to: reconciling begins there. */
  base: { before: Instant; quantity: number }
}

/** One line of the stock ledger: only ever added. `_id` is the entry's. */
export interface LedgerLine
  extends Stored, Omit<Entry, 'owesPoints' | 'audited' | 'countedIn' | 'ordered' | 'by'> {
  goods: string | null
  name: string
  unit: string
  by: string
  countedIn: string | null
  month: string
}

/** An order that ended; one that waits stands with its goods alone. */
export interface ShopOrderRecord extends Stored {
  goods: string
  name: string
  unit: string
  quantity: number
  points: number
  person: string
  by: string
  state: EndedState
  /** The key of the tap that ended it; none when it lapsed. */
  endedBy: string | null
  until: Instant
  at: Instant
}

export interface AidDoc extends Stored {
  person: string
  path: readonly string[]
  goods: string
  name: string
  unit: string
  quantity: number
  because: string
  askedBy: string
  state: AidState
  /** The key of the tap that decided it, and of the one that gave it. */
  decidedKey: string | null
  givenKey: string | null
  decidedBy: string | null
  answer: string | null
  /** Until when it is kept, once it was approved. */
  until: Instant | null
  at: Instant
}

export interface PurchaseDoc extends Stored {
  person: string
  what: string
  most: Fen | null
  fen: Fen | null
  state: PurchaseState
  /** The key of the last tap that moved it, and when. */
  movedBy: string
  movedAt: Instant
  by: string
  /** Why the shop did not buy it, or gave it up. */
  because: string | null
  /** Who handed it over, or took it back, and when: lines of the ledger. */
  handed: { by: string; key: string; at: Instant } | null
  reversed: { by: string; key: string; at: Instant; because: string } | null
  /** One of the few an open one takes up, so that nobody has more of them; else its own id. */
  slot: string
  /** Something is to be copied, or told: the sweep does it. */
  owes: boolean
  at: Instant
}

export interface StocktakingDoc extends Stored {
  state: StocktakingState
  /** `open` for the one that is going on, so that there is one; else its own id. */
  slot: string
  rev: number
  startedBy: string
  startedAt: Instant
  closedBy: string | null
  closedKey: string | null
  closedAt: Instant | null
  lines: CountedLines
  owes: boolean
}

/** A month as it was published: nothing changes it. */
export interface StatementDoc extends Stored {
  month: string
  movements: readonly StatementLine[]
  publishedBy: string
  publishedAt: Instant
  key: string
}

export interface ShopAboutDoc extends Stored {
  about: ShopAbout
  edition: number
  savedBy: readonly string[]
}

export const goods = collection<GoodsDoc>('goods')
export const stockLedger = collection<LedgerLine>('stock_ledger')
export const shopOrders = collection<ShopOrderRecord>('shop_orders')
export const aidRequests = collection<AidDoc>('aid_requests')
export const purchases = collection<PurchaseDoc>('purchases')
export const stocktakings = collection<StocktakingDoc>('stocktakings')
export const shopStatements = collection<StatementDoc>('shop_statements')
export const shopAbouts = collection<ShopAboutDoc>('shop_about')

/** Where the shop is; nothing before anybody said it. */
export const aboutShown = (known: ShopAboutDoc | null): ShopAboutNow => ({
  ...(known?.about ?? { placeName: '', opens: '', charity: null }),
  edition: known?.edition ?? 0,
})

export const aboutId = (centre: string): string => idOf(centre, 'shop')

/** What the open purchases of somebody take up: the lowest that is free, so that two at once take the same. */
export const purchaseSlots = (person: string): readonly string[] =>
  Array.from({ length: mostPurchases }, (_, n) => `${person}-${n}`)

export const statementId = (centre: string, month: string): string =>
  idOf(centre, 'statement', month)

/** What a list needs of goods. */
export const goodsFields: Projection = {
  centre: true,
  v: true,
  name: true,
  category: true,
  unit: true,
  about: true,
  photo: true,
  points: true,
  fen: true,
  perMonth: true,
  low: true,
  wanted: true,
  bestBefore: true,
  retired: true,
  edition: true,
  savedBy: true,
  place: true,
  isLow: true,
  falls: true,
  left: true,
  kept: true,
  waiting: true,
  rev: true,
  holding: true,
  lent: true,
  owes: true,
  people: true,
}

interface Parts {
  /** Persons whose orders, and what they redeemed in a month, are asked for. */
  persons?: readonly string[]
  month?: string
  /** Entries, and other acts, by id. */
  acts?: readonly string[]
  keeps?: readonly string[]
  /** Loans, by the entry that lent them; or all of them. */
  loans?: readonly string[] | 'all'
}

/** A projection leaves out what none of those asked for has. */
const whole = (document: GoodsDoc): GoodsDoc => ({
  ...document,
  open: document.open ?? {},
  claims: document.claims ?? {},
  keeps: document.keeps ?? {},
  loans: document.loans ?? {},
  done: document.done ?? {},
  taken: document.taken ?? {},
})

/** Goods with what is asked for of their stock, in one request; its description always. */
export const goodsFor = async (
  centre: string,
  id: string,
  { persons = [], month, acts = [], keeps = [], loans = [] }: Parts = {},
): Promise<GoodsDoc | null> => {
  const paths = [
    ...persons.map((person) => `claims.${person}`),
    ...(month === undefined ? [] : persons.map((person) => `taken.${month}.${person}`)),
    ...acts.flatMap((act) => [`open.${act}`, `done.${act}`]),
    ...keeps.map((aid) => `keeps.${aid}`),
    ...(loans === 'all' ? ['loans'] : loans.map((entry) => `loans.${entry}`)),
  ]
  const document = await goods
    .of(centre)
    .get(id, { ...goodsFields, ...Object.fromEntries(paths.map((path) => [path, true as const])) })
  return document && whole(document)
}

/** Several kinds of goods, each with some acts of theirs. */
export const goodsOf = async (
  centre: string,
  ids: readonly string[],
  acts: readonly string[],
): Promise<GoodsDoc[]> => {
  const paths = acts.flatMap((act) => [`open.${act}`, `done.${act}`])
  const documents = await goods.of(centre).find({
    where: { _id: command.in([...ids]) },
    limit: ids.length,
    fields: { ...goodsFields, ...Object.fromEntries(paths.map((path) => [path, true as const])) },
  })
  return documents.map(whole)
}

/** Goods with everything that is promised and not copied yet. */
export const wholeGoods = async (centre: string, id: string): Promise<GoodsDoc | null> => {
  const document = await goods.of(centre).get(id)
  return document && whole(document)
}

/** Lines of the ledger by id. */
export const lineOf = (centre: string, entry: string): Promise<LedgerLine | null> =>
  stockLedger.of(centre).get(entry)

/** A difference is mended by the next stock-taking, a gift beside a sale goes back with the sale. */
export const notReversible = ['reversal', 'stocktaking', 'donationWithPurchase'] as const

export const isMovement = ({ movement }: { movement: Movement }, ...of: Movement[]): boolean =>
  of.includes(movement)
