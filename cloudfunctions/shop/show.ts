import { missing, type Claim } from '@/domain/shop/stock'
import {
  shop,
  type Aid,
  type Goods,
  type GoodsForStaff,
  type Purchase,
  type ShopOrder,
} from '@/types/shop'
import type { Instant } from '@/types/shared/day'
import { addressesOf } from '../kit/files'
import { holds, type Passport } from '../kit/passport'
import { wholeCentre } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { namesOf } from '../residents/store'
import type { AidDoc, GoodsDoc, PurchaseDoc, ShopOrderRecord } from './store'

/** Goods as the shelf shows them, with pictures a phone can load. */
export const goodsShown = async (documents: readonly GoodsDoc[]): Promise<Goods[]> => {
  const pictures = await addressesOf(documents.flatMap(({ photo }) => photo ?? []))
  return documents.map((one) => ({
    id: one._id,
    name: one.name,
    category: one.category,
    unit: one.unit,
    about: one.about,
    photo: pictures.get(one.photo ?? '') ?? null,
    points: one.points,
    fen: one.fen,
    perMonth: one.perMonth,
    bestBefore: one.bestBefore,
    left: one.left,
    missing: missing(one.wanted, one),
  }))
}

export const goodsForStaffShown = async (
  documents: readonly GoodsDoc[],
): Promise<GoodsForStaff[]> => {
  const shown = await goodsShown(documents)
  return documents.flatMap(({ low, wanted, retired, photo, kept, left, edition }, i) => {
    const one = shown[i]
    return one
      ? [
          {
            ...one,
            low,
            wanted,
            retired,
            photoFile: photo,
            kept,
            edition,
            isLow: !retired && left <= low,
          },
        ]
      : []
  })
}

type Of = Pick<GoodsDoc, '_id' | 'name' | 'unit'>

/** An order, wherever it stands. */
export interface Ordered {
  id: string
  goods: Of
  person: string
  order: Pick<Claim, 'quantity' | 'points' | 'by' | 'until' | 'at'>
  state: ShopOrder['state']
  /** Its points are known to be taken, or back. */
  settled: boolean
}

/** An order that still stands with its goods. */
export const claimed = (goods: Of, person: string, claim: Claim): Ordered => ({
  ...{ id: claim.order, goods, person, order: claim },
  state: claim.state === 'unpaid' ? 'waiting' : claim.state,
  settled: claim.state === 'waiting',
})

export const recorded = (record: ShopOrderRecord): Ordered => ({
  id: record._id,
  goods: { _id: record.goods, name: record.name, unit: record.unit },
  person: record.person,
  order: record,
  state: record.state,
  settled: true,
})

/** Orders with the names of those they are for, and of who acted for them. */
export const ordersShown = async (
  centre: string,
  orders: readonly Ordered[],
): Promise<ShopOrder[]> => {
  const names = await namesOf(
    centre,
    orders.flatMap(({ person, order }) => [person, order.by]),
  )
  return orders.map(({ id, goods, person, order, state }) => ({
    id,
    goods: { id: goods._id, name: goods.name, unit: goods.unit },
    quantity: order.quantity,
    points: order.points,
    person: { id: person, name: names.get(person) ?? '' },
    by: order.by === person ? null : (names.get(order.by) ?? null),
    state,
    until: order.until,
    at: order.at,
  }))
}

const { decideAid, giveAid } = shop.procedures

/** Requests of aid, with what the caller may do about each. */
export const aidShown = async (
  centre: string,
  documents: readonly AidDoc[],
  caller: Passport,
  at: Instant,
): Promise<Aid[]> => {
  const names = await namesOf(
    centre,
    documents.flatMap(({ person, askedBy, decidedBy }) =>
      [person, askedBy, decidedBy ?? []].flat(),
    ),
  )
  const gives = holds(caller, giveAid.may.roles, wholeCentre({ centre }), at)
  return documents.map((one) => ({
    id: one._id,
    person: { id: one.person, name: names.get(one.person) ?? '' },
    goods: { id: one.goods, name: one.name, unit: one.unit },
    quantity: one.quantity,
    because: one.because,
    askedBy: names.get(one.askedBy) ?? '',
    state: one.state,
    decidedBy: one.decidedBy && (names.get(one.decidedBy) ?? ''),
    answer: one.answer,
    mayDecide:
      one.state === 'asked' &&
      isSecond(idsOf(caller.person), one) &&
      holds(caller, decideAid.may.roles, one.path, at),
    mayGive: gives && one.state === 'approved',
    at: one.at,
  }))
}

/** Whether somebody, by all ids of theirs, is a second person for a request. */
export const isSecond = (
  ids: readonly string[],
  { person, askedBy }: Pick<AidDoc, 'person' | 'askedBy'>,
): boolean => !ids.includes(person) && !ids.includes(askedBy)

export const purchasesShown = async (
  centre: string,
  documents: readonly PurchaseDoc[],
): Promise<Purchase[]> => {
  const names = await namesOf(
    centre,
    documents.flatMap(({ person, by }) => [person, by]),
  )
  return documents.map(({ _id, person, what, most, fen, state, by, at }) => ({
    ...{ id: _id, what, most, fen, state, at },
    person: { id: person, name: names.get(person) ?? '' },
    by: by === person ? null : (names.get(by) ?? null),
  }))
}
