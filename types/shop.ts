import * as v from 'valibot'
import { contract, residentOr, staff, visitor } from './shared/contract'
import {
  cursor,
  day,
  fen,
  id,
  idempotencyKey as key,
  instant,
  line,
  page,
  text,
  whole,
} from './shared/fields'
import { mostAtOnce } from './shared/shopLimits'
import { uploadErrors } from './shared/uploads'

const file = v.pipe(v.string(), v.maxLength(300))

/**
 * All that moves stock: 义卖, 募捐, 附捐, 发放, 救急, 代购, 便民服务, 积分兑换; and what corrects it: reversed, counted anew.
 */
export const movements = [
  'charitySale',
  'donationDrive',
  'donationWithPurchase',
  'handOut',
  'emergencyAid',
  'buyingForOthers',
  'convenienceService',
  'redemption',
  'reversal',
  'stocktaking',
] as const
export const movement = v.picklist(movements)

export const goodsCategories = ['food', 'daily', 'school', 'clothes', 'lending', 'other'] as const
export const goodsCategory = v.picklist(goodsCategories)

/** Goods as staff enter them. Without a price in points they cannot be redeemed, without one in fen not be bought. */
export const goodsDraft = v.object({
  name: line(20),
  category: goodsCategory,
  /** 袋, 瓶, 把 */
  unit: line(4),
  about: text(100),
  photo: v.nullable(file),
  points: v.nullable(whole(1, 100_000)),
  fen: v.nullable(v.pipe(fen, v.minValue(1))),
  /** When at most so many are left, the keeper is told. */
  low: whole(0, 10_000),
  /** How many one person may redeem in a month. */
  perMonth: v.nullable(whole(1, 100)),
  /** How many should be there: what is missing is shown to whoever wants to give goods. */
  wanted: v.nullable(whole(1, 10_000)),
  /** The earliest best-before date on the shelf. */
  bestBefore: v.nullable(day),
  retired: v.boolean(),
})

const goods = v.object({
  id,
  name: v.string(),
  category: goodsCategory,
  unit: v.string(),
  about: v.string(),
  photo: v.nullable(v.string()),
  points: v.nullable(v.number()),
  fen: v.nullable(v.number()),
  perMonth: v.nullable(v.number()),
  bestBefore: v.nullable(v.string()),
  left: v.number(),
  /** How many more should be given; 0 when enough is there. */
  missing: v.number(),
})

const goodsForStaff = v.object({
  ...goods.entries,
  low: v.number(),
  wanted: v.nullable(v.number()),
  retired: v.boolean(),
  /** The file its photo is kept as: saved again with the draft, the photo stays. */
  photoFile: v.nullable(v.string()),
  /** Promised to people: ordered ahead, or approved as aid. Still in the shop, and not in `left`. */
  kept: v.number(),
  isLow: v.boolean(),
  /** Raised by each edit: a form that was opened with another one is refused. */
  edition: v.number(),
})

const ofGoods = v.object({ id, name: v.string(), unit: v.string() })
const goodsToPick = v.object({
  ...ofGoods.entries,
  category: goodsCategory,
  points: goods.entries.points,
  fen: goods.entries.fen,
  left: v.number(),
})
/** How many more of it should be given. */
const needed = v.object({ ...ofGoods.entries, missing: v.number() })
const somebody = v.object({ id, name: v.string() })

export const shopOrderState = v.picklist([
  'waiting',
  'handedOver',
  'cancelled',
  /** Nobody fetched it in time; the points went back. */
  'lapsed',
  /** It was fetched, and taken back. */
  'reversed',
])

/** What is promised to somebody and waits at the counter. */
const promised = { id, goods: ofGoods, quantity: v.number(), person: somebody, until: instant }

const shopOrder = v.object({
  id,
  goods: ofGoods,
  quantity: v.number(),
  points: v.number(),
  person: somebody,
  /** Who acted for them, when somebody else. */
  by: v.nullable(v.string()),
  state: shopOrderState,
  /** Until when it is kept. */
  until: instant,
  at: instant,
})

/** To find them, and to tell namesakes apart. */
const reach = { homeName: v.nullable(v.string()), phoneMasked: v.nullable(v.string()) }

const shopOrderForStaff = v.object({ ...shopOrder.entries, ...reach })

/** One line of the stock ledger. */
const stockEntry = v.object({
  id,
  goods: v.nullable(id),
  name: v.string(),
  unit: v.string(),
  movement,
  /** Below 0 goes out, above 0 comes in. */
  quantity: v.number(),
  /** Above 0 was paid in points, below 0 went back. */
  points: v.number(),
  /** Above 0 was taken at the counter, below 0 went back. */
  fen: v.number(),
  person: v.nullable(v.string()),
  by: v.string(),
  because: v.nullable(v.string()),
  /** Taken back later, or, when lent, brought back. */
  ended: v.nullable(v.picklist(['reversed', 'broughtBack'])),
  /** Sold, and some of it was left there for others: both go back together. */
  withGift: v.boolean(),
  mayReverse: v.boolean(),
  /** How many of what was lent are not back; 0 of what was not lent. */
  out: v.number(),
  at: instant,
})

/** What somebody borrowed and has not brought back. */
const loan = v.object({
  /** The entry that lent it. */
  id,
  goods: ofGoods,
  out: v.number(),
  person: somebody,
  ...reach,
  at: instant,
})

export const aidState = v.picklist([
  'asked',
  'approved',
  'refused',
  'given',
  'lapsed',
  /** It was given, and taken back. */
  'reversed',
])

const aid = v.object({
  id,
  person: somebody,
  goods: ofGoods,
  quantity: v.number(),
  because: v.string(),
  askedBy: v.string(),
  state: aidState,
  decidedBy: v.nullable(v.string()),
  answer: v.nullable(v.string()),
  /** Until when it is kept, once it was approved. */
  until: v.nullable(instant),
  ...reach,
  /** May the caller, as a second person, decide it? */
  mayDecide: v.boolean(),
  mayGive: v.boolean(),
  at: instant,
})

export const purchaseState = v.picklist([
  'asked',
  'bought',
  'handedOver',
  'cancelled',
  /** It was paid, and the money went back. */
  'reversed',
])

/** Something bought for somebody who cannot go; paid at the counter at what it cost. */
const purchase = v.object({
  id,
  person: somebody,
  what: v.string(),
  /** What it may cost at most. */
  most: v.nullable(v.number()),
  fen: v.nullable(v.number()),
  state: purchaseState,
  /** Who asked for them, when somebody else. */
  by: v.nullable(v.string()),
  /** Why the shop did not buy it, or gave it up. */
  because: v.nullable(v.string()),
  at: instant,
})

const purchaseForStaff = v.object({ ...purchase.entries, ...reach })

const countedGoods = v.object({
  goods: ofGoods,
  /** What the ledger said at the moment it was counted; for whoever closes. */
  expected: v.nullable(v.number()),
  counted: v.nullable(v.number()),
  countedBy: v.nullable(v.string()),
})

export const stocktakingState = v.picklist([
  'open',
  /** Closed by somebody, and some differences are not on the books yet. */
  'closing',
  'closed',
  /** Given up before it was closed: nothing of it is on the books. */
  'dropped',
])

const stocktaking = v.object({
  id,
  state: stocktakingState,
  startedBy: v.string(),
  startedAt: instant,
  /** Who closed it or gave it up, and when. */
  closedBy: v.nullable(v.string()),
  closedAt: v.nullable(instant),
  kinds: v.number(),
  uncounted: v.number(),
  /** What is to be counted next. */
  next: v.nullable(countedGoods),
  /** Of how many kinds the books and the shelf differ; for whoever may know what the ledger said. */
  differ: v.nullable(v.number()),
  /** While it is `closing`: of these more is promised than was found, so that their differences wait. */
  waitsFor: v.array(v.string()),
  /** Everything is counted, and not by the caller. */
  mayClose: v.boolean(),
  mayDrop: v.boolean(),
})

const month = v.pipe(v.string(), v.regex(/^20\d\d-(0[1-9]|1[0-2])$/))

const statementLine = v.object({
  movement,
  times: v.number(),
  /** Of goods of the shop: below 0 went out, above 0 came in. */
  quantity: v.number(),
  /** How many of what was lent came back. */
  broughtBack: v.number(),
  points: v.number(),
  fen: v.number(),
})

/** A month of the shop in sums; names nobody. */
const statement = v.object({
  month: v.string(),
  movements: v.array(statementLine),
  publishedAt: v.nullable(instant),
})

/** Where a licensed charity takes donations of money: its own page, never ours. */
const charity = v.object({
  name: line(40),
  url: v.pipe(v.string(), v.trim(), v.maxLength(200), v.regex(/^https:\/\/[^\s]+$/)),
})

const shopAbout = v.object({
  placeName: text(40),
  /** When the counter is open, in words. */
  opens: text(60),
  charity: v.nullable(charity),
})

/** The version of something that a form was opened with; 0 for what is new. */
const edition = whole(0, 1_000_000)
const shopAboutNow = v.object({ ...shopAbout.entries, edition: v.number() })

const keepers = staff('keeper', 'operator', 'centreStaff')
const orStaff = residentOr('gridWorker', 'communityStaff', 'centreStaff', 'keeper', 'operator')
const quantity = whole(1, mostAtOnce)
const forResident = v.optional(id)

const sold = ['NoLongerSold', 'NotEnoughLeft', 'PastBestBefore'] as const
const redeemed = [
  ...sold,
  'NotForPoints',
  'NotEnoughPoints',
  'MonthlyLimit',
  'PriceChanged',
] as const
const moved = v.object({ entry: id, left: v.number() })
/** What was booked: of the first tap, when a later one under the same key says something else. */
const gone = v.object({ ...moved.entries, quantity: v.number() })

export const shop = contract('shop', {
  /** What is on the shelf, by name; where the shop is; and, with the first page, all that is still needed there. */
  shelf: {
    may: visitor,
    act: 'read',
    input: v.object({ category: v.optional(goodsCategory), after: v.optional(cursor) }),
    output: v.object({
      ...page(goods).entries,
      about: shopAboutNow,
      needed: v.array(needed),
    }),
    errors: [],
  },

  /** One kind of goods on the shelf, and when the counter is open. */
  goodsOnShelf: {
    may: visitor,
    act: 'read',
    input: v.object({ goods: id }),
    output: v.object({ goods, shop: shopAbout }),
    errors: [],
  },

  /** Points of one of my family, what is kept for all of us as aid, and what we ordered: what waits first, then newest first. */
  mine: {
    may: orStaff,
    act: 'read',
    input: v.object({ forResident, after: v.optional(cursor) }),
    output: v.object({
      points: v.number(),
      aid: v.array(v.object(promised)),
      orders: page(shopOrder),
    }),
    errors: [],
  },

  /**
   * Orders ahead for the points `expected`: points and stock in one step, or neither. One order of a kind of goods at a
   * time; kept until the end of the seventh day.
   */
  order: {
    may: orStaff,
    act: 'change',
    input: v.object({ key, forResident, goods: id, quantity, expected: whole(1, 10_000_000) }),
    output: shopOrder,
    errors: [...redeemed, 'AlreadyOrdered', 'TooManyWaiting'],
  },

  /** Gives an order back; its points and goods return at once. */
  cancelOrder: {
    may: orStaff,
    act: 'change',
    input: v.object({ key, forResident, goods: id, order: id }),
    output: shopOrder,
    errors: ['NotWaiting'],
  },

  /** Somebody asks that something be bought for them. */
  askPurchase: {
    may: orStaff,
    act: 'change',
    input: v.object({
      key,
      forResident,
      what: line(60),
      most: v.nullable(v.pipe(fen, v.minValue(1))),
    }),
    output: purchase,
    errors: ['TextRefused', 'CheckAway', 'TooManyOpen'],
  },

  /** As long as it is not bought yet. */
  cancelPurchase: {
    may: orStaff,
    act: 'change',
    input: v.object({ key, forResident, purchase: id }),
    output: purchase,
    errors: ['NotOpen'],
  },

  /** What I and mine asked to have bought, newest first. */
  myPurchases: {
    may: orStaff,
    act: 'read',
    input: v.object({ forResident, after: v.optional(cursor) }),
    output: page(purchase),
    errors: [],
  },

  /** The published months, newest first. */
  statements: {
    may: visitor,
    act: 'read',
    input: v.object({ after: v.optional(cursor) }),
    output: page(statement),
    errors: [],
  },

  /** All goods on offer, what is low first; or those that are no longer sold. */
  goodsForStaff: {
    may: keepers,
    act: 'read',
    input: v.object({ retired: v.optional(v.boolean(), false), after: v.optional(cursor) }),
    output: page(goodsForStaff),
    errors: [],
  },

  saveGoods: {
    may: keepers,
    act: 'change',
    input: v.object({
      key,
      goods: v.optional(id),
      edition: v.optional(edition, 0),
      draft: goodsDraft,
    }),
    output: goodsForStaff,
    errors: [...uploadErrors, 'TextRefused', 'CheckAway', 'TooManyGoods', 'ChangedMeanwhile'],
  },

  saveShopAbout: {
    may: staff('centreStaff', 'admin'),
    act: 'change',
    input: v.object({ key, edition, about: shopAbout }),
    output: shopAboutNow,
    errors: ['TextRefused', 'CheckAway', 'ChangedMeanwhile'],
  },

  /** Goods come in, as a gift; the giver gets a receipt. */
  takeIn: {
    may: keepers,
    act: 'change',
    input: v.object({
      key,
      goods: id,
      quantity: whole(1, 10_000),
      /** A person on record, or a name; neither for somebody who wants to stay unnamed. */
      person: v.optional(id),
      giverName: v.optional(line(40)),
    }),
    output: moved,
    errors: ['NoLongerSold'],
  },

  /** The receipt of a gift, to print or show. */
  receipt: {
    may: keepers,
    act: 'read',
    input: v.object({ entry: id }),
    output: v.object({
      number: v.string(),
      name: v.string(),
      quantity: v.number(),
      unit: v.string(),
      giver: v.nullable(v.string()),
      by: v.string(),
      at: instant,
    }),
    errors: [],
  },

  /** Who stands at the counter: their points, and all that waits for them: orders, approved aid, what was bought. */
  customer: {
    may: keepers,
    act: 'read',
    input: v.object({ person: id }),
    output: v.object({
      person: somebody,
      points: v.number(),
      waiting: v.array(shopOrder),
      aid: v.array(v.object(promised)),
      bought: v.array(purchase),
    }),
    errors: [],
  },

  /**
   * A sale at the counter for the money `expected`; of what is bought, `leaves` stay there for others (附捐). Money is
   * only recorded.
   */
  sell: {
    may: keepers,
    act: 'change',
    input: v.object({
      key,
      goods: id,
      quantity,
      person: v.optional(id),
      leaves: v.optional(whole(0, mostAtOnce), 0),
      expected: whole(1, 100_000_000),
    }),
    output: v.object({ ...gone.entries, fen: v.number() }),
    errors: [...sold, 'NotForMoney', 'PriceChanged'],
  },

  /** Goods for nothing, to somebody named, with a reason; or lent, to come back. */
  handOut: {
    may: keepers,
    act: 'change',
    input: v.object({
      key,
      goods: id,
      quantity,
      person: id,
      as: v.picklist(['handOut', 'convenienceService']),
      because: line(60),
    }),
    output: gone,
    errors: [...sold, 'NotYourself', 'TooManyLent'],
  },

  /** What is lent and not back, by goods; of one kind what is out longest first. */
  lentOut: {
    may: keepers,
    act: 'read',
    input: v.object({ after: v.optional(cursor) }),
    output: page(loan),
    errors: [],
  },

  /** What was lent comes back, all of it or a part. */
  takeBack: {
    may: keepers,
    act: 'change',
    input: v.object({ key, entry: id, quantity }),
    output: v.object({ left: v.number() }),
    errors: ['NotLent', 'NotSoManyLent', 'AlreadyReversed'],
  },

  /** The points `expected` for goods at the counter: both in one step, or neither. */
  redeem: {
    may: keepers,
    act: 'change',
    input: v.object({ key, person: id, goods: id, quantity, expected: whole(1, 10_000_000) }),
    output: v.object({ ...gone.entries, points: v.number() }),
    errors: [...redeemed, 'NotYourself'],
  },

  /** Orders that wait to be fetched, by goods. */
  ordersToHandOver: {
    may: keepers,
    act: 'read',
    input: v.object({ after: v.optional(cursor) }),
    output: page(shopOrderForStaff),
    errors: [],
  },

  handOver: {
    may: keepers,
    act: 'change',
    input: v.object({ key, goods: id, order: id }),
    output: shopOrder,
    errors: ['NotWaiting', 'NotYourself', 'PastBestBefore'],
  },

  /** Takes a movement back once: goods return to where they were, points too; money was given back at the counter. */
  reverse: {
    may: keepers,
    act: 'change',
    input: v.object({ key, entry: id, because: line(60) }),
    output: v.object({ left: v.nullable(v.number()) }),
    errors: ['AlreadyReversed', 'NotReversible', 'NotEnoughLeft'],
  },

  /** The stock ledger, newest first; of one kind of goods when asked. */
  ledger: {
    may: keepers,
    act: 'read',
    input: v.object({ goods: v.optional(id), after: v.optional(cursor) }),
    output: page(stockEntry),
    errors: [],
  },

  /** A keeper or grid worker asks for goods for somebody in need. */
  askAid: {
    may: staff('gridWorker', 'communityStaff', 'centreStaff', 'keeper'),
    act: 'change',
    input: v.object({ key, person: id, goods: id, quantity, because: line(100) }),
    output: aid,
    errors: [...sold, 'NotYourself'],
  },

  /** A second person decides; approved goods are kept at once, until the end of the seventh day. */
  decideAid: {
    may: staff('communityStaff', 'centreStaff'),
    act: 'change',
    input: v.object({ key, aid: id, approve: v.boolean(), answer: v.optional(line(100)) }),
    output: aid,
    errors: ['NotYourself', 'AlreadyDecided', ...sold],
  },

  giveAid: {
    may: keepers,
    act: 'change',
    input: v.object({ key, aid: id }),
    output: aid,
    errors: ['NotApproved', 'NotYourself', 'PastBestBefore'],
  },

  /** Of the caller's places, newest first. */
  aidRequests: {
    may: staff('gridWorker', 'keeper', 'operator', 'communityStaff', 'centreStaff'),
    act: 'read',
    input: v.object({ state: v.optional(aidState, 'asked'), after: v.optional(cursor) }),
    output: page(aid),
    errors: [],
  },

  /** All goods on offer by name, to choose one of: at the counter, for a gift, as aid. */
  goodsToPick: {
    may: staff('gridWorker', 'communityStaff', 'centreStaff', 'keeper', 'operator'),
    act: 'read',
    input: v.object({}),
    output: v.object({ items: v.array(goodsToPick) }),
    errors: [],
  },

  /** What is to be bought for people, oldest first. */
  purchases: {
    may: keepers,
    act: 'read',
    input: v.object({ state: v.optional(purchaseState, 'asked'), after: v.optional(cursor) }),
    output: page(purchaseForStaff),
    errors: [],
  },

  /** It was bought, for this much, and they are told; until it is handed over, a price can be corrected. */
  markBought: {
    may: keepers,
    act: 'change',
    input: v.object({
      key,
      purchase: id,
      fen: v.pipe(fen, v.minValue(1)),
      /** The wrong price that this one corrects. */
      instead: v.optional(fen),
    }),
    output: purchase,
    errors: ['NotOpen', 'AboveTheMost'],
  },

  /** It is not to be had, or nobody fetches it: they are told why. */
  giveUpPurchase: {
    may: keepers,
    act: 'change',
    input: v.object({ key, purchase: id, because: line(60) }),
    output: purchase,
    errors: ['NotOpen'],
  },

  /** Handed over, and paid at the counter at what it cost: the price `expected`. */
  handOverPurchase: {
    may: keepers,
    act: 'change',
    input: v.object({ key, purchase: id, expected: fen }),
    output: purchase,
    errors: ['NotOpen', 'PriceChanged'],
  },

  /** All goods are counted; while it lasts the shop stays open: each is compared with the ledger when it is counted. */
  startStocktaking: {
    may: keepers,
    act: 'change',
    input: v.object({ key }),
    output: stocktaking,
    errors: ['OneIsOpen', 'NothingToCount', 'TooManyToCount'],
  },

  /** The one that is going on, else the last one; null before the first. */
  stocktaking: {
    may: keepers,
    act: 'read',
    input: v.object({}),
    output: v.object({ stocktaking: v.nullable(stocktaking) }),
    errors: [],
  },

  /** What is counted: what is still to be done, or differs, first; then by name. */
  stocktakingLines: {
    may: keepers,
    act: 'read',
    input: v.object({ stocktaking: id, after: v.optional(cursor) }),
    output: page(countedGoods),
    errors: [],
  },

  /**
   * All of them that are in the shop, those kept for people too. `countedAt` is when the number was written down: it is
   * compared with the books of that moment, however late it arrives, and the latest count stands.
   */
  countGoods: {
    may: keepers,
    act: 'change',
    input: v.object({
      key,
      stocktaking: id,
      goods: id,
      counted: whole(0, 100_000),
      countedAt: instant,
    }),
    output: v.object({
      line: countedGoods,
      uncounted: v.number(),
      next: v.nullable(countedGoods),
    }),
    errors: ['StocktakingClosed'],
  },

  /** The differences become entries of the ledger; another person than who counted closes it. */
  closeStocktaking: {
    may: keepers,
    act: 'change',
    input: v.object({ key, stocktaking: id }),
    output: stocktaking,
    errors: ['StocktakingClosed', 'NotAllCounted', 'NotYourself', 'PromisedGoodsMissing'],
  },

  /** Gives one up that was begun by mistake: by who began it, or who runs the centre. */
  dropStocktaking: {
    may: keepers,
    act: 'change',
    input: v.object({ key, stocktaking: id }),
    output: stocktaking,
    errors: ['StocktakingClosed', 'NotYourStocktaking'],
  },

  /** A month in sums, before it is published too. */
  statement: {
    may: keepers,
    act: 'read',
    input: v.object({ month }),
    output: statement,
    errors: [],
  },

  publishStatement: {
    may: staff('centreStaff'),
    act: 'change',
    input: v.object({ key, month }),
    output: statement,
    errors: ['MonthNotOver', 'AlreadyPublished', 'StocktakingUnfinished'],
  },
})

export type Goods = v.InferOutput<typeof goods>
export type Needed = v.InferOutput<typeof needed>
export type GoodsToPick = v.InferOutput<typeof goodsToPick>
export type GoodsForStaff = v.InferOutput<typeof goodsForStaff>
export type GoodsDraft = v.InferOutput<typeof goodsDraft>
export type GoodsCategory = v.InferOutput<typeof goodsCategory>
export type Movement = v.InferOutput<typeof movement>
export type ShopAbout = v.InferOutput<typeof shopAbout>
export type ShopOrder = v.InferOutput<typeof shopOrder>
export type Promised = Pick<ShopOrder, keyof typeof promised>
export type ShopOrderForStaff = v.InferOutput<typeof shopOrderForStaff>
export type ShopOrderState = v.InferOutput<typeof shopOrderState>
export type Loan = v.InferOutput<typeof loan>
export type StockEntry = v.InferOutput<typeof stockEntry>
export type Aid = v.InferOutput<typeof aid>
export type AidState = v.InferOutput<typeof aidState>
export type Purchase = v.InferOutput<typeof purchase>
export type PurchaseForStaff = v.InferOutput<typeof purchaseForStaff>
export type PurchaseState = v.InferOutput<typeof purchaseState>
export type Statement = v.InferOutput<typeof statement>
export type StatementLine = v.InferOutput<typeof statementLine>
export type ShopAboutNow = v.InferOutput<typeof shopAboutNow>
export type Stocktaking = v.InferOutput<typeof stocktaking>
export type StocktakingState = v.InferOutput<typeof stocktakingState>
export type CountedGoods = v.InferOutput<typeof countedGoods>
