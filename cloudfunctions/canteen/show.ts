import type * as v from 'valibot'
import { isRefunding, refundedOf } from '@/domain/canteen/refund'
import { takesOrders, type Hand } from '@/domain/canteen/service'
import type { canteen, OperatorInfo, Order, Service } from '@/types/canteen'
import type { Instant } from '@/types/shared/day'
import { addressesOf, addressOf } from '../kit/files'
import { movedOn } from './record'
import type { OrderRecord, ServiceDoc } from './store'

type Addresses = ReadonlyMap<string, string>

/** Addresses of all pictures of some services, in as few requests as possible. */
export const picturesOf = (services: readonly Pick<ServiceDoc, 'offers'>[]): Promise<Addresses> =>
  addressesOf(
    services.flatMap(({ offers }) => Object.values(offers).flatMap(({ photo }) => photo ?? [])),
  )

/** A service as everybody sees it. 清真 is shown only while who cooks holds the licence for it. */
export const serviceOf = (
  service: ServiceDoc,
  operator: OperatorInfo | null,
  pictures: Addresses,
): Service => ({
  id: service._id,
  day: service.day,
  meal: service.meal,
  placeName: service.placeName,
  startsAt: service.startsAt,
  endsAt: service.endsAt,
  cutOff: service.cutOff,
  kinds: [...service.kinds],
  state: service.state,
  because: service.off?.because ?? null,
  offers: Object.entries(service.offers)
    .sort(([, a], [, b]) => a.place - b.place)
    .map(([dish, { name, price, marks, allergens, photo, discountable, left, soldOut }]) => ({
      ...{ dish, name, price, discountable, soldOut },
      left: soldOut ? 0 : left,
      marks: marks.filter((mark) => mark !== 'halal' || operator?.halal),
      allergens: [...allergens],
      photo: pictures.get(photo ?? '') ?? null,
    })),
})

type ShownOperator = v.InferOutput<typeof canteen.procedures.menu.output>['operator']

/** Who cooks, as the law wants it shown. */
export const operatorShown = async (operator: OperatorInfo | null): Promise<ShownOperator> => {
  if (!operator) return null
  const { name, licence, licencePhoto, halal, phone, merchant } = operator
  return {
    ...{ name, licence, halal, phone },
    licencePhoto: licencePhoto && (await addressOf(licencePhoto)),
    payByWechat: merchant !== null,
  }
}

type Times = Pick<
  ServiceDoc,
  '_id' | 'day' | 'meal' | 'startsAt' | 'endsAt' | 'cutOff' | 'placeName' | 'state'
>

/** An order as its people see it: its record, moved on to where its claim is. */
export const orderOf = (
  service: Times & Pick<ServiceDoc, 'claims'>,
  record: OrderRecord,
  at: Instant,
): Order => {
  const now = movedOn(record, service.claims[record._id])
  const { person, personName, by, byName, lines, reason, refunds } = now
  const state = service.state === 'calledOff' && isLive(now.state) ? 'calledOff' : now.state
  return {
    id: record._id,
    service: service._id,
    day: service.day,
    meal: service.meal,
    startsAt: service.startsAt,
    endsAt: service.endsAt,
    cutOff: service.cutOff,
    open: takesOrders(service, at),
    placeName: service.placeName,
    person: person === null ? null : { id: person, name: personName },
    by: by === person ? null : byName,
    changedBy: nameOf(now.changedBy, person),
    cancelledBy: nameOf(now.cancelledBy, person),
    kind: now.kind,
    note: now.note,
    cannotLeave: now.cannotLeave,
    lines: lines.map((line) => ({ ...line })),
    gross: now.gross,
    subsidy: now.subsidy,
    pays: now.pays,
    reason,
    rule: now.rule,
    state,
    paidBy: now.paidBy,
    refunded: refundedOf(refunds.filter(({ open }) => !open)),
    refunding: isRefunding({ ...now, state }),
    payUntil: isLive(state) && now.paidBy === null ? now.askAt : null,
    at: now.at,
  }
}

const nameOf = (hand: Hand | null, person: string | null): string | null =>
  hand && hand.by !== person ? hand.byName : null

const isLive = (state: Order['state']): boolean => state === 'placed' || state === 'paying'
