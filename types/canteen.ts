import * as v from 'valibot'
import { contract, resident, residentOr, staff, visitor } from './shared/contract'
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
  time,
  whole,
} from './shared/fields'
import { meal } from './shared/meals'
import { uploadErrors } from './shared/uploads'

/** 低盐, 少糖, 软烂, 素, 不含猪肉; 清真 only where the operator holds a licence for it. */
export const dietMarks = ['lowSalt', 'lowSugar', 'soft', 'vegetarian', 'noPork', 'halal'] as const
export const dietMark = v.picklist(dietMarks)

/** The allergens of GB 7718, Appendix: 麸质谷物, 甲壳类, 鱼, 蛋, 花生, 大豆, 乳, 坚果. */
export const allergens = [
  'gluten',
  'crustacean',
  'fish',
  'egg',
  'peanut',
  'soy',
  'milk',
  'nuts',
] as const
export const allergen = v.picklist(allergens)

/** How a meal is eaten: 堂食, 自取, 送餐. */
export const servingKinds = ['eatIn', 'takeAway', 'delivery'] as const
export const servingKind = v.picklist(servingKinds)

/** One service is one document with its claims, so orders of a meal are bounded. */
export const mostOrders = 500
export const mostDishes = 30
export const mostPortions = 20

const file = v.pipe(v.string(), v.maxLength(300))

/** A dish as staff enter it. */
export const dishDraft = v.object({
  name: line(20),
  price: v.pipe(fen, v.minValue(1)),
  marks: v.pipe(v.array(dietMark), v.maxLength(dietMarks.length)),
  allergens: v.pipe(v.array(allergen), v.maxLength(allergens.length)),
  photo: v.nullable(file),
  /** Tobacco, drinks and the like are sold at full price. */
  discountable: v.boolean(),
})

const dish = v.object({
  ...dishDraft.entries,
  id,
  photo: v.nullable(v.string()),
  /** The file its photo is kept as: saved again with the draft, the photo stays. */
  photoFile: v.nullable(v.string()),
  retired: v.boolean(),
})

const offerDraft = v.object({ dish: id, portions: whole(0, mostOrders) })

/** One meal of one day as staff plan it. */
export const serviceDraft = v.object({
  day,
  meal,
  startsAt: time,
  endsAt: time,
  /** Until this moment orders can be placed, changed and cancelled. */
  cutOff: instant,
  placeName: line(40),
  node: id,
  kinds: v.pipe(v.array(servingKind), v.minLength(1), v.maxLength(3)),
  /** Percent of the portions kept for people who come without an order. */
  counterPercent: whole(0, 100),
  offers: v.pipe(v.array(offerDraft), v.minLength(1), v.maxLength(mostDishes)),
})

const serviceState = v.picklist(['draft', 'published', 'closed', 'calledOff'])

/** A dish on the menu of a service. */
const offer = v.object({
  dish: id,
  name: v.string(),
  price: v.number(),
  marks: v.array(dietMark),
  allergens: v.array(allergen),
  photo: v.nullable(v.string()),
  discountable: v.boolean(),
  /** Portions that can still be ordered. */
  left: v.number(),
  soldOut: v.boolean(),
})

const service = v.object({
  id,
  day,
  meal,
  placeName: v.string(),
  startsAt: instant,
  endsAt: instant,
  cutOff: instant,
  kinds: v.array(servingKind),
  state: serviceState,
  /** Why it was called off. */
  because: v.nullable(v.string()),
  offers: v.array(offer),
})

/** Why somebody pays what they pay. */
export const priceReason = v.variant('kind', [
  v.object({ kind: v.literal('discount'), age: v.number(), percent: v.number() }),
  v.object({ kind: v.literal('tooYoung'), age: v.number() }),
  v.object({ kind: v.literal('notVerified') }),
  v.object({ kind: v.literal('hoursMissing'), age: v.number(), missing: v.number() }),
  /** Somebody without a record, at the counter. */
  v.object({ kind: v.literal('unknown') }),
])

const lineInput = v.object({ dish: id, portions: whole(1, mostPortions) })
const lines = v.pipe(v.array(lineInput), v.minLength(1), v.maxLength(mostDishes))

const pricedLine = v.object({
  dish: id,
  name: v.string(),
  portions: v.number(),
  gross: v.number(),
  subsidy: v.number(),
  pays: v.number(),
})

/** gross = subsidy + pays, in fen. */
const price = v.object({
  lines: v.array(pricedLine),
  gross: v.number(),
  subsidy: v.number(),
  pays: v.number(),
  reason: priceReason,
  /** Version of the price table the price was made with. */
  rule: v.string(),
})

export const orderState = v.picklist([
  /** Waits for WeChat Pay; its portions are kept for 15 minutes. */
  'paying',
  'placed',
  'served',
  'cancelled',
  'expired',
  'notCollected',
  'calledOff',
])
export const payChannel = v.picklist(['cash', 'card', 'wechat'])

const order = v.object({
  id,
  service: id,
  day,
  meal,
  startsAt: instant,
  endsAt: instant,
  cutOff: instant,
  /** Orders are still taken, so that it can be changed; it can be cancelled until the cut-off either way. */
  open: v.boolean(),
  placeName: v.string(),
  person: v.nullable(v.object({ id, name: v.string() })),
  by: v.nullable(v.string()),
  /** Who changed or cancelled it last, when it was not who eats. */
  changedBy: v.nullable(v.string()),
  cancelledBy: v.nullable(v.string()),
  kind: servingKind,
  note: v.string(),
  cannotLeave: v.boolean(),
  ...price.entries,
  state: orderState,
  /** How it was paid; null while it is not. */
  paidBy: v.nullable(payChannel),
  refunded: v.number(),
  refunding: v.boolean(),
  /** Until when WeChat Pay waits: an order that can be paid at the counter too cannot be changed before then. */
  payUntil: v.nullable(instant),
  at: instant,
})

/** What `wx.requestPayment` takes. */
const payment = v.nullable(
  v.object({
    timeStamp: v.string(),
    nonceStr: v.string(),
    package: v.string(),
    signType: v.string(),
    paySign: v.string(),
  }),
)

const familyMember = v.object({
  id,
  name: v.string(),
  self: v.boolean(),
  reason: priceReason,
  /** What they ate last and how, as far as this meal has it. */
  again: v.nullable(
    v.object({
      lines: v.array(lineInput),
      kind: servingKind,
      note: v.string(),
      cannotLeave: v.boolean(),
    }),
  ),
  order: v.nullable(order),
  homeName: v.nullable(v.string()),
})

const band = v.object({
  fromAge: whole(0, 120),
  /** Percent of the price they pay. */
  percent: whole(1, 100),
  /** Confirmed volunteer hours in the last 12 months that the discount asks for. */
  hours: whole(0, 1000),
})

/** A dated price table. In force for meals from `from` on, for orders placed after it was entered. */
export const priceRuleDraft = v.object({
  from: day,
  bands: v.pipe(v.array(band), v.minLength(1), v.maxLength(12)),
  /** Gross per person and service that the discount covers. */
  cap: v.pipe(fen, v.minValue(1)),
})

const priceRule = v.object({
  ...priceRuleDraft.entries,
  id: v.string(),
  enteredAt: instant,
  enteredBy: v.string(),
})

/** Who runs the canteen, as the law wants it shown. */
export const operatorInfo = v.object({
  name: line(60),
  /** 食品经营许可证 number. */
  licence: line(40),
  licencePhoto: v.nullable(file),
  halal: v.boolean(),
  phone: v.nullable(v.pipe(v.string(), v.trim(), v.regex(/^[\d-]{5,13}$/))),
  /** The licensed operator's own WeChat Pay merchant; null = payment at the counter only. */
  merchant: v.nullable(v.pipe(v.string(), v.regex(/^\d{8,10}$/))),
})

const shownOperator = v.object({
  ...v.omit(operatorInfo, ['merchant', 'licencePhoto']).entries,
  licencePhoto: v.nullable(v.string()),
  payByWechat: v.boolean(),
})

const queueLine = v.object({
  order: id,
  /** Who eats, by the id they have now; null for somebody at the counter without a record. */
  person: v.nullable(id),
  /** Empty for somebody without a record. */
  name: v.string(),
  birthYear: v.nullable(v.number()),
  homeName: v.nullable(v.string()),
  kind: servingKind,
  note: v.string(),
  cannotLeave: v.boolean(),
  dishes: v.array(v.object({ name: v.string(), portions: v.number() })),
  pays: v.number(),
  reason: priceReason,
  paidBy: v.nullable(payChannel),
  state: orderState,
  servedAt: v.nullable(instant),
  by: v.nullable(v.string()),
})

/** A WeChat payment of another amount than its order, or a refund (`refund`) that WeChat does not carry out. */
const unsettled = v.object({
  order: id,
  /** The number of the refund; null for a payment. */
  refund: v.nullable(v.string()),
  name: v.string(),
  amount: v.number(),
  at: instant,
})

/** One month by meal date, in fen; equal to the sum of its orders. */
const settlement = v.object({
  month: v.string(),
  orders: v.number(),
  portions: v.number(),
  gross: v.number(),
  subsidy: v.number(),
  pays: v.number(),
  bands: v.array(
    v.object({
      percent: v.number(),
      orders: v.number(),
      gross: v.number(),
      subsidy: v.number(),
      pays: v.number(),
    }),
  ),
  channels: v.array(v.object({ paidBy: payChannel, orders: v.number(), amount: v.number() })),
  refunds: v.array(v.object({ paidBy: payChannel, orders: v.number(), amount: v.number() })),
  /** Cooked, not collected and not paid: no subsidy. */
  waste: v.object({ orders: v.number(), portions: v.number(), gross: v.number() }),
  /** The subsidy of meals that nobody collected and whose whole price went back in this month. */
  subsidyBack: v.object({ orders: v.number(), amount: v.number() }),
  servedTwice: v.number(),
  /** Taken once more at a second hand-over: it belongs to who paid it. */
  paidTwice: v.array(v.object({ paidBy: payChannel, orders: v.number(), amount: v.number() })),
  /** Scans without a network that fitted no order; `paid` of them said that money was taken. */
  refusedScans: v.object({ scans: v.number(), paid: v.number() }),
  /** What WeChat Pay cannot bring to an end by itself, of any month: staff settle it by hand. */
  unsettled: v.array(unsettled),
  closed: v.object({ operator: v.nullable(v.string()), centre: v.nullable(v.string()) }),
})

const month = v.pipe(v.string(), v.regex(/^20\d\d-(0[1-9]|1[0-2])$/))
const forResident = v.optional(id)
const orStaff = residentOr('gridWorker', 'communityStaff', 'centreStaff', 'canteenStaff')
const kitchen = staff('canteenStaff', 'communityStaff', 'centreStaff')
const planners = staff('canteenStaff', 'centreStaff')
const accountants = staff('canteenStaff', 'centreStaff', 'admin')
const done = v.object({})

const refusals = [
  'OrderingClosed',
  'SoldOut',
  'NotOnTheMenu',
  'NoSuchKind',
  'HomeNeeded',
  'SayCannotLeave',
  'TooManyOrders',
] as const

export const canteen = contract('canteen', {
  /** Published services from today on, soonest first, and who cooks. */
  menu: {
    may: visitor,
    act: 'read',
    input: v.object({}),
    output: v.object({
      services: v.array(service),
      operator: v.nullable(shownOperator),
      callNumber: v.nullable(v.string()),
    }),
    errors: [],
  },

  /** One service with what each of my family pays and why, and their order. */
  service: {
    may: visitor,
    act: 'read',
    input: v.object({ service: id }),
    output: v.object({
      service,
      family: v.array(familyMember),
      operator: v.nullable(shownOperator),
      callNumber: v.nullable(v.string()),
    }),
    errors: [],
  },

  /** One person at one meal, as `service` shows each of my family: for staff who order for them. */
  eater: {
    may: orStaff,
    act: 'read',
    input: v.object({ forResident, service: id }),
    output: familyMember,
    errors: [],
  },

  /** What these dishes would cost, line by line; in place of `order`, when that is to be changed. */
  quote: {
    may: orStaff,
    act: 'read',
    input: v.object({ forResident, service: id, lines, order: v.optional(id) }),
    output: price,
    errors: ['NotOnTheMenu'],
  },

  /**
   * Orders until the cut-off. `expected` is what the person saw they would pay: another price is shown first. Without a
   * `payment` WeChat Pay did not begin: the order waits, and `payOrder` tries again.
   */
  placeOrder: {
    may: orStaff,
    act: 'change',
    input: v.object({
      key,
      forResident,
      service: id,
      lines,
      kind: servingKind,
      note: v.optional(text(60), ''),
      /** Said by who orders: a meal is carried only to somebody who cannot leave home. */
      cannotLeave: v.optional(v.boolean(), false),
      pay: v.picklist(['counter', 'wechat']),
      expected: v.optional(fen),
    }),
    output: v.object({ order, payment }),
    errors: [...refusals, 'PriceChanged', 'NoWechatPay'],
  },

  /** Other dishes or another way of eating, until the cut-off; what was paid by WeChat is cancelled and ordered anew instead. */
  changeOrder: {
    may: orStaff,
    act: 'change',
    input: v.object({
      key,
      forResident,
      order: id,
      lines,
      kind: servingKind,
      note: v.optional(text(60), ''),
      /** Said by who orders: a meal is carried only to somebody who cannot leave home. */
      cannotLeave: v.optional(v.boolean(), false),
      expected: v.optional(fen),
    }),
    output: order,
    errors: [...refusals, 'PriceChanged', 'AlreadyPaid', 'NotChangeable'],
  },

  /** Until the cut-off; what was paid goes back the way it came. */
  cancelOrder: {
    may: orStaff,
    act: 'change',
    input: v.object({ key, forResident, order: id }),
    output: order,
    errors: ['OrderingClosed', 'NotChangeable'],
  },

  /** Begins, or begins again, to pay by WeChat. */
  payOrder: {
    may: orStaff,
    act: 'change',
    input: v.object({ key, forResident, order: id }),
    output: v.object({ order, payment }),
    errors: ['NotPayable', 'NoWechatPay', 'PaymentUnavailable'],
  },

  /** One order as it is now; one that waits for WeChat Pay is asked about there first. */
  order: {
    may: orStaff,
    act: 'read',
    input: v.object({ forResident, order: id }),
    output: order,
    errors: [],
  },

  /** My family's orders, newest meal first; with `forResident` those of that person alone. */
  mine: {
    may: orStaff,
    act: 'read',
    input: v.object({ forResident, after: v.optional(cursor) }),
    output: page(order),
    errors: [],
  },

  dishes: {
    may: kitchen,
    act: 'read',
    input: v.object({ after: v.optional(cursor) }),
    output: page(dish),
    errors: [],
  },

  /** A new dish, or changes to one; what is on a published menu stays as it was. */
  saveDish: {
    may: planners,
    act: 'change',
    input: v.object({
      key,
      dish: v.optional(id),
      draft: dishDraft,
      retired: v.optional(v.boolean(), false),
    }),
    output: dish,
    errors: ['NoHalalLicence', 'TextRefused', 'CheckAway', ...uploadErrors],
  },

  /** Services between two days, drafts among them. */
  services: {
    may: kitchen,
    act: 'read',
    input: v.object({ from: day, to: day }),
    output: v.object({
      items: v.array(
        v.object({
          ...service.entries,
          ordered: v.number(),
          portions: v.number(),
          counterLeft: v.number(),
          counterPercent: v.number(),
          /** What was planned of each dish, in the order of the menu. */
          plan: v.array(v.object({ dish: id, portions: v.number() })),
          node: id,
          rev: v.number(),
        }),
      ),
    }),
    errors: ['PeriodTooLong'],
  },

  /**
   * Plans a meal, or changes one: fewer portions than are taken are refused, and who ordered is told of another time or
   * place. `rev` is the version that was read.
   */
  saveService: {
    may: planners,
    act: 'change',
    input: v.object({
      key,
      service: v.optional(id),
      rev: v.optional(whole(0, 1_000_000)),
      draft: serviceDraft,
      publish: v.optional(v.boolean(), false),
    }),
    output: v.object({ service: id, rev: v.number() }),
    errors: [
      'TimesOutOfOrder',
      'MealTaken',
      'PortionsTaken',
      'KindInUse',
      'ChangedMeanwhile',
      'DishGone',
      'DishTwice',
      'InPast',
      'TooManyPortions',
      'TextRefused',
      'CheckAway',
    ],
  },

  publishService: {
    may: planners,
    act: 'change',
    input: v.object({ key, service: id }),
    output: done,
    errors: ['InPast', 'NotADraft'],
  },

  /** Plans each meal of a week as it was in another; meals planned already stay. */
  copyWeek: {
    may: planners,
    act: 'change',
    input: v.object({ key, from: day, to: day }),
    output: v.object({ planned: v.number(), skipped: v.number() }),
    errors: ['InPast', 'NothingToCopy'],
  },

  /** No more orders from this moment on. */
  closeEarly: {
    may: planners,
    act: 'change',
    input: v.object({ key, service: id }),
    output: done,
    errors: ['OrderingClosed'],
  },

  /** Orders are taken again after a mistaken tap, until the cut-off. */
  reopenService: {
    may: planners,
    act: 'change',
    input: v.object({ key, service: id }),
    output: done,
    errors: ['OrderingClosed'],
  },

  /** No meal: everybody who ordered is told, and what was paid goes back. */
  callOffService: {
    may: planners,
    act: 'change',
    input: v.object({ key, service: id, because: line(100) }),
    output: v.object({ told: v.number() }),
    errors: ['ServiceOver', 'TextRefused', 'CheckAway'],
  },

  /** Nothing is left of a dish, whatever the count says; or there is some again. */
  setSoldOut: {
    may: kitchen,
    act: 'change',
    input: v.object({ key, service: id, dish: id, soldOut: v.boolean() }),
    output: done,
    errors: ['NotOnTheMenu'],
  },

  /** What a walk-in would pay: a person on record, or nobody in particular. */
  counterQuote: {
    may: kitchen,
    act: 'read',
    input: v.object({ service: id, person: v.optional(id), lines }),
    output: price,
    errors: ['NotOnTheMenu'],
  },

  /** Sold, paid and handed over in one step, from the counter pool. */
  counterSale: {
    may: kitchen,
    act: 'change',
    input: v.object({
      key,
      service: id,
      person: v.optional(id),
      lines,
      paidBy: v.picklist(['cash', 'card']),
      expected: v.optional(fen),
    }),
    output: order,
    errors: ['SoldOut', 'NotOnTheMenu', 'NotServingNow', 'PriceChanged', 'TooManyOrders'],
  },

  /** Today's orders of a service: those not served first, by building and name. */
  queue: {
    may: kitchen,
    act: 'read',
    input: v.object({ service: id }),
    output: v.object({
      service,
      items: v.array(queueLine),
      counterLeft: v.array(v.object({ dish: id, left: v.number() })),
      served: v.number(),
      servedTwice: v.array(
        v.object({
          order: id,
          name: v.string(),
          at: instant,
          by: v.string(),
          /** How it was paid once more, and what. */
          paidBy: v.nullable(payChannel),
          pays: v.number(),
        }),
      ),
      /** Scans without a network that fitted no order, and why. */
      refusedScans: v.array(
        v.object({
          code: v.string(),
          name: v.string(),
          at: instant,
          by: v.string(),
          paidBy: v.nullable(payChannel),
        }),
      ),
    }),
    errors: [],
  },

  /** Hands an order over, once. By its code, by the card of the person, or by the name staff confirmed. */
  serve: {
    may: kitchen,
    act: 'change',
    input: v.object({
      key,
      service: id,
      order: v.optional(id),
      card: v.optional(id),
      /** Taken at this moment, for an order that was not paid yet. */
      paidBy: v.optional(v.picklist(['cash', 'card'])),
      scannedAt: v.optional(instant),
      nonce: v.optional(key),
    }),
    output: v.object({ line: queueLine, provisional: v.boolean(), twice: v.boolean() }),
    errors: [
      'CardUnknown',
      'NoOrder',
      'AlreadyServed',
      'NotPaid',
      'Cancelled',
      'NotServingNow',
      'ScannedTooLongAgo',
    ],
  },

  markPaid: {
    may: kitchen,
    act: 'change',
    input: v.object({ key, order: id, paidBy: v.picklist(['cash', 'card']) }),
    output: done,
    errors: ['AlreadyPaid', 'NotPayable'],
  },

  /** Who paid for a meal, however long ago, and what of it went back. */
  paidOrders: {
    may: accountants,
    act: 'read',
    input: v.object({ service: id }),
    output: v.object({
      items: v.array(v.object({ ...queueLine.entries, refunded: v.number() })),
    }),
    errors: [],
  },

  /**
   * Money back after the meal, or for part of it; an entry of the month in which it is made. What was paid by WeChat is
   * sent until WeChat takes it on: the order is `refunding` until then.
   */
  refund: {
    may: accountants,
    act: 'change',
    input: v.object({ key, order: id, amount: v.pipe(fen, v.minValue(1)), because: line(100) }),
    output: order,
    errors: ['NotPaid', 'MoreThanPaid'],
  },

  /**
   * Settles by hand what WeChat Pay cannot: a refund that it does not carry out, or all payments of a wrong amount. Says
   * how the money went back: handed over, or by WeChat itself.
   */
  settleByHand: {
    may: accountants,
    act: 'change',
    input: v.object({
      key,
      order: id,
      refund: v.nullable(line(40)),
      paidBy: payChannel,
      because: line(100),
    }),
    output: order,
    errors: ['NothingToSettle'],
  },

  /** What to cook: portions of each dish by way of eating, and notes. */
  kitchenSheet: {
    may: kitchen,
    act: 'read',
    input: v.object({ service: id }),
    output: v.object({
      service,
      dishes: v.array(
        v.object({
          name: v.string(),
          marks: v.array(dietMark),
          ordered: v.number(),
          counter: v.number(),
          eatIn: v.number(),
          takeAway: v.number(),
          delivery: v.number(),
        }),
      ),
      notes: v.array(v.object({ note: v.string(), dishes: v.string() })),
    }),
    errors: [],
  },

  /**
   * What is carried where, building by building: of a meal for its staff, of a shift on its day for who carries it;
   * which meal a shift carries follows from what is planned by then.
   */
  deliveries: {
    may: resident,
    act: 'read',
    input: v.object({ service: v.optional(id), shift: v.optional(id) }),
    output: v.object({
      service,
      buildings: v.array(
        v.object({
          building: v.string(),
          items: v.array(v.object({ ...queueLine.entries, phone: v.nullable(v.string()) })),
        }),
      ),
    }),
    errors: ['NoMealYet'],
  },

  settlement: {
    may: accountants,
    act: 'read',
    input: v.object({ month }),
    output: settlement,
    errors: [],
  },

  /** An .xlsx with one line an order and sums as formulas; the address works for a day. */
  exportSettlement: {
    may: accountants,
    act: 'change',
    input: v.object({ key, month }),
    output: v.object({ url: v.string() }),
    errors: [],
  },

  /** Signed once for the operator and once for the centre, by two people. */
  closeMonth: {
    may: accountants,
    act: 'change',
    input: v.object({ key, month, as: v.picklist(['operator', 'centre']) }),
    output: settlement,
    errors: ['MonthNotOver', 'SamePerson', 'AlreadyClosed', 'OrdersOpen', 'MealsOpen'],
  },

  priceRules: {
    may: accountants,
    act: 'read',
    input: v.object({}),
    output: v.object({ rules: v.array(priceRule) }),
    errors: [],
  },

  /** A new table; what was ordered before keeps its price. */
  savePriceRule: {
    may: staff('centreStaff', 'admin'),
    act: 'change',
    input: v.object({ key, rule: priceRuleDraft }),
    output: priceRule,
    errors: ['InPast', 'BandsOutOfOrder'],
  },

  operator: {
    may: accountants,
    act: 'read',
    input: v.object({}),
    output: v.object({ operator: v.nullable(operatorInfo) }),
    errors: [],
  },

  saveOperator: {
    may: staff('centreStaff', 'admin'),
    act: 'change',
    input: v.object({ key, operator: operatorInfo }),
    output: done,
    errors: uploadErrors,
  },
})

export type DishDraft = v.InferOutput<typeof dishDraft>
export type Dish = v.InferOutput<typeof dish>
export type ServiceDraft = v.InferOutput<typeof serviceDraft>
export type Service = v.InferOutput<typeof service>
export type Order = v.InferOutput<typeof order>
export type OrderState = v.InferOutput<typeof orderState>
export type PriceReason = v.InferOutput<typeof priceReason>
export type Price = v.InferOutput<typeof price>
export type PriceRuleDraft = v.InferOutput<typeof priceRuleDraft>
export type ServingKind = v.InferOutput<typeof servingKind>
export type PayChannel = v.InferOutput<typeof payChannel>
export type Allergen = v.InferOutput<typeof allergen>
export type DietMark = v.InferOutput<typeof dietMark>
export type QueueLine = v.InferOutput<typeof queueLine>
export type OperatorInfo = v.InferOutput<typeof operatorInfo>
export type FamilyMember = v.InferOutput<typeof familyMember>
export type Settlement = v.InferOutput<typeof settlement>
