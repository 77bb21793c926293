import type { PriceRule } from '@/domain/canteen/price'
import type { Attempt, Hand, Quote, Serving } from '@/domain/canteen/service'
import type { Figures, Repaid } from '@/domain/canteen/settlement'
import type { DishDraft, OperatorInfo, OrderState, PayChannel, ServingKind } from '@/types/canteen'
import type { Day, Instant } from '@/types/shared/day'
import type { Meal } from '@/types/shared/meals'
import type { Fen } from '@/types/shared/fen'
import { command } from '../kit/cloud'
import { collection, type Projection, type Stored } from '../kit/collection'
import type { Wish } from '../kit/exports'
import { idOf } from '../kit/ids'

/** A dish as it is sold from now on; a menu keeps it as it was planned. */
export interface DishDoc extends Stored, DishDraft {
  retired: boolean
  /** The key of the last change. */
  savedBy: string
  /** All pictures it ever had: menus still show them. */
  photos: readonly string[]
}

/**
 * The scarce document of a meal: its menu with the portions that are left, and all its orders, so that one conditional
 * update decides. Lists load it without the claims.
 */
export interface ServiceDoc extends Stored, Serving {
  /** Node, day and meal: one meal is planned once. That of a meal called off is free again. */
  slot: string
  node: string
  path: readonly string[]
  placeName: string
  counterPercent: number
  /** Residents see it: everything but drafts. */
  listed: boolean
  /** The key that changed its plan last. */
  plannedBy: string
  /** Something is still to be written of it: the sweep does it. */
  owes: boolean
  /** Nobody comes any more; set when the last meal has gone out and what was not collected is known. */
  ended: boolean
  /** Its orders are kept by their records alone. */
  folded: boolean
  off: { at: Instant; by: string; key: string; because: string } | null
  /** Everybody who had ordered by then is to be told of another time or place. */
  news: { at: Instant; key: string } | null
}

/** Money that goes back, under a number that WeChat takes once. */
export interface RefundEntry extends Repaid {
  no: string
  key: string
  /** Which attempt it was paid with; 0 when it was not WeChat. */
  attempt: number
  by: string | null
  because: string
  at: Instant
  /** WeChat does not carry it out: it is not sent again, and staff settle it. */
  stuck: boolean
  /** Who settled it by hand, and why. */
  settled: { key: string; by: string; because: string; at: Instant } | null
}

/** A payment of another amount than its order. */
export interface Held {
  attempt: number
  amount: Fen
  at: Instant
}

/** The full record of an order, made from its claim and made again when lost; what goes back is decided here alone. */
export interface OrderRecord extends Stored {
  service: string
  path: readonly string[]
  day: Day
  month: string
  meal: Meal
  startsAt: Instant
  /** Only ever grows. */
  version: number
  person: string | null
  personName: string
  by: string
  byName: string | null
  changedBy: Hand | null
  cancelledBy: Hand | null
  kind: ServingKind
  note: string
  cannotLeave: boolean
  lines: Quote['lines']
  portions: number
  gross: Fen
  subsidy: Fen
  pays: Fen
  reason: Quote['reason']
  /** Version of the price table. */
  rule: string
  state: OrderState
  paidBy: PayChannel | null
  paidAttempt: number
  attempts: readonly Omit<Attempt, 'by'>[]
  askAt: Instant | null
  servedAt: Instant | null
  at: Instant
  refunds: readonly RefundEntry[]
  /** A refund is on its way. */
  refundOpen: boolean
  /** Months in which refunds of it are settled. */
  refundMonths: readonly string[]
  /** WeChat payments of another amount, until somebody settled them. */
  held: readonly Held[]
  /** Raised by every refund and every held payment. */
  rev: number
}

/**
 * What prices are made with: dated price tables, and who ran the canteen from when. One document beside the services, so
 * that one request reads a service and what prices it.
 */
export interface Tariff extends Stored {
  rev: number
  tables: readonly (PriceRule & { key: string; enteredBy: string })[]
  operators: readonly (OperatorInfo & { key: string; enteredAt: Instant; enteredBy: string })[]
}

/** A month as it was signed. */
export interface MonthClosing extends Stored {
  month: string
  figures: Figures
  signed: Readonly<
    Partial<Record<'operator' | 'centre', { by: string; name: string; at: Instant }>>
  >
}

/** A table of a month that somebody asked for; the function `exports` makes it. */
export interface SettlementFile extends Wish {
  month: string
}

export const dishes = collection<DishDoc>('dishes')
export const services = collection<ServiceDoc>('meal_services')
export const tariffs = collection<Tariff>('meal_services')
export const orders = collection<OrderRecord>('meal_orders')
export const monthClosings = collection<MonthClosing>('month_closings')
export const settlementFiles = collection<SettlementFile>('settlement_files')

export const tariffId = (centre: string): string => idOf(centre, 'tariff')

export const closingId = (centre: string, month: string): string => idOf(centre, 'month', month)

/** What a list needs of a service: everything but the orders. */
export const menuFields: Projection = {
  centre: true,
  day: true,
  meal: true,
  startsAt: true,
  endsAt: true,
  cutOff: true,
  kinds: true,
  state: true,
  offers: true,
  orders: true,
  twice: true,
  refusedScans: true,
  rev: true,
  seq: true,
  slot: true,
  node: true,
  path: true,
  placeName: true,
  counterPercent: true,
  listed: true,
  plannedBy: true,
  owes: true,
  ended: true,
  folded: true,
  off: true,
  news: true,
}

/** A service with the claims and the discount of those it was asked for. */
const fieldsFor = (claims: readonly string[], persons: readonly string[]): Projection => ({
  ...menuFields,
  ...Object.fromEntries(claims.map((order) => [`claims.${order}`, true])),
  ...Object.fromEntries(persons.map((person) => [`uses.${person}`, true])),
})

/** A projection leaves out `claims` and `uses` where nobody asked for has any. */
const whole = (service: ServiceDoc): ServiceDoc => ({
  ...service,
  claims: service.claims ?? {},
  uses: service.uses ?? {},
})

/** A service, and what prices it. */
export interface Priced {
  service: ServiceDoc | null
  tariff: Tariff | null
}

/** A service with some of its claims and of the discount used there, and what prices it, in one request. */
export const serviceFor = async (
  centre: string,
  service: string,
  { claims = [], persons = [] }: { claims?: readonly string[]; persons?: readonly string[] } = {},
): Promise<Priced> => {
  const documents = (await services.of(centre).find({
    where: { _id: command.in([service, tariffId(centre)]) },
    limit: 2,
    fields: { ...fieldsFor(claims, persons), tables: true, operators: true },
  })) as (ServiceDoc | Tariff)[]
  const found = documents.find(({ _id }) => _id === service) as ServiceDoc | undefined
  const tariff = documents.find(({ _id }) => _id === tariffId(centre)) as Tariff | undefined
  return {
    service: found && service !== tariffId(centre) ? whole(found) : null,
    tariff: tariff ?? null,
  }
}

/** Several services with some of their claims. */
export const servicesFor = async (
  centre: string,
  ids: readonly string[],
  claims: readonly string[],
): Promise<ReadonlyMap<string, ServiceDoc>> => {
  if (ids.length === 0) return new Map()
  const documents = await services.of(centre).find({
    where: { _id: command.in([...new Set(ids)]) },
    limit: ids.length,
    fields: fieldsFor(claims, []),
  })
  return new Map(documents.map((document) => [document._id, whole(document)]))
}

/** A service with all its orders: for what looks at them together. */
export const wholeService = async (centre: string, service: string): Promise<ServiceDoc | null> => {
  const document = service === tariffId(centre) ? null : await services.of(centre).get(service)
  return document && whole(document)
}

/** The slot of a meal: one place cooks it once a day. */
export const slotOf = (
  centre: string,
  { node, day, meal }: Pick<ServiceDoc, 'node' | 'day' | 'meal'>,
): string => `${centre}/${node}/${day}/${meal}`

/** The meal a place cooks on a day, with all its orders; null when none is planned, or it was called off. */
export const serviceIn = async (
  centre: string,
  of: Pick<ServiceDoc, 'node' | 'day' | 'meal'>,
): Promise<ServiceDoc | null> => {
  const [service] = await services
    .of(centre)
    .find({ where: { slot: slotOf(centre, of) }, limit: 1 })
  return service ? whole(service) : null
}

export const tariffOf = (centre: string): Promise<Tariff | null> =>
  tariffs.of(centre).get(tariffId(centre))

/** Who runs the canteen now. */
export const operatorIn = (tariff: Tariff | null): OperatorInfo | null =>
  tariff?.operators.at(-1) ?? null
