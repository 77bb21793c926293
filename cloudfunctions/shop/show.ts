import { maskPhone } from '@/domain/residents/masking'
import { missing, type Claim } from '@/domain/shop/stock'
import {
  shop,
  type Aid,
  type Goods,
  type GoodsForStaff,
  type Loan,
  type Promised,
  type PurchaseForStaff,
  type ShopOrderForStaff,
  type ShopOrderState,
} from '@/types/shop'
import type { Instant } from '@/types/shared/day'
import { addressesOf } from '../kit/files'
import { holds, type Passport } from '../kit/passport'
import { wholeCentre } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { personsNow } from '../residents/store'
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
  state: ShopOrderState
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

interface Known {
  id: string
  name: string
  homeName: string | null
  phoneMasked: string | null
}

type Who = (id: string) => Known

/** People by any id of theirs, as they are known now: after a merge by the id that stays. */
const whoIs = async (centre: string, ids: readonly string[]): Promise<Who> => {
  const persons = await personsNow(centre, [...new Set(ids)])
  return (id) => {
    const person = persons.get(id)
    if (!person) return { id, name: '', homeName: null, phoneMasked: null }
    const { facts, homeName, phone } = person
    return { id: facts.id, name: facts.name, homeName, phoneMasked: phone && maskPhone(phone) }
  }
}

const somebody = ({ id, name }: Known) => ({ id, name })

/** Who acted for somebody; null for themselves. */
const actorOf = (who: Who, person: string, by: string): string | null =>
  who(by).id === who(person).id ? null : who(by).name || null

const reachOf = ({ homeName, phoneMasked }: Known) => ({ homeName, phoneMasked })

/** Orders with the names of those they are for, and of who acted for them. */
export const ordersShown = async (
  centre: string,
  orders: readonly Ordered[],
): Promise<ShopOrderForStaff[]> => {
  const who = await whoIs(
    centre,
    orders.flatMap(({ person, order }) => [person, order.by]),
  )
  return orders.map(({ id, goods, person, order, state }) => ({
    id,
    goods: { id: goods._id, name: goods.name, unit: goods.unit },
    quantity: order.quantity,
    points: order.points,
    person: somebody(who(person)),
    by: actorOf(who, person, order.by),
    state,
    until: order.until,
    at: order.at,
    ...reachOf(who(person)),
  }))
}

/** What is lent and not back, with where to find who has it. */
export const loansShown = async (
  centre: string,
  documents: readonly GoodsDoc[],
): Promise<Loan[]> => {
  const loans = documents.flatMap((of) =>
    Object.entries(of.loans ?? {})
      .map(([entry, loan]) => ({ of, entry, loan }))
      .sort((one, other) => one.loan.at - other.loan.at),
  )
  const who = await whoIs(
    centre,
    loans.map(({ loan }) => loan.person),
  )
  return loans.map(({ of: { _id, name, unit }, entry, loan: { person, out, at } }) => ({
    ...{ id: entry, goods: { id: _id, name, unit }, out, at },
    person: somebody(who(person)),
    ...reachOf(who(person)),
  }))
}

/** What is kept as aid, to whom it is promised: what it is and until when, never why. */
export const keptAidShown = async (
  centre: string,
  documents: readonly AidDoc[],
): Promise<Promised[]> => {
  const who = await whoIs(
    centre,
    documents.map(({ person }) => person),
  )
  return documents.map(({ _id, person, goods, name, unit, quantity, until, at }) => ({
    id: _id,
    goods: { id: goods, name, unit },
    quantity,
    person: somebody(who(person)),
    until: until ?? at,
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
  const who = await whoIs(
    centre,
    documents.flatMap(({ person, askedBy, decidedBy }) =>
      [person, askedBy, decidedBy ?? []].flat(),
    ),
  )
  const gives = holds(caller, giveAid.may.roles, wholeCentre({ centre }), at)
  return documents.map((one) => ({
    id: one._id,
    person: somebody(who(one.person)),
    goods: { id: one.goods, name: one.name, unit: one.unit },
    quantity: one.quantity,
    because: one.because,
    askedBy: who(one.askedBy).name,
    state: one.state,
    decidedBy: one.decidedBy && who(one.decidedBy).name,
    answer: one.answer,
    until: one.until,
    ...reachOf(who(one.person)),
    mayDecide:
      one.state === 'asked' &&
      isSecond(idsOf(caller.person), one) &&
      holds(caller, decideAid.may.roles, one.path, at),
    mayGive: gives && one.state === 'approved' && !idsOf(caller.person).includes(one.person),
    at: one.at,
  }))
}

/** Whether somebody, by all ids of theirs, is a second person for a request. */
export const isSecond = (
  ids: readonly string[],
  { person, askedBy }: Pick<AidDoc, 'person' | 'askedBy'>,
): boolean => !ids.includes(person) && !ids.includes(askedBy)

/** What is bought for people, with the names of those it is for and of who asked for them. */
export const purchasesShown = async (
  centre: string,
  documents: readonly PurchaseDoc[],
): Promise<PurchaseForStaff[]> => {
  const who = await whoIs(
    centre,
    documents.flatMap(({ person, by }) => [person, by]),
  )
  return documents.map(({ _id, person, what, most, fen, state, by, because, at }) => ({
    ...{ id: _id, what, most, fen, state, because, at },
    person: somebody(who(person)),
    by: actorOf(who, person, by),
    ...reachOf(who(person)),
  }))
}
