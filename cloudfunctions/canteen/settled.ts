import { settle, type Figures } from '@/domain/canteen/settlement'
import type { Settlement } from '@/types/canteen'
import { instantOf } from '@/types/shared/day'
import { command } from '../kit/cloud'
import type { Projection } from '../kit/collection'
import type { Fields } from '../kit/query'
import {
  closingId,
  monthClosings,
  orders,
  services,
  type MonthClosing,
  type OrderRecord,
  type ServiceDoc,
} from './store'

/** Documents of one request. */
const limit = 1000

const sums: Projection = {
  month: true,
  state: true,
  portions: true,
  gross: true,
  subsidy: true,
  pays: true,
  reason: true,
  paidBy: true,
  refunds: true,
}

/** All orders whose meal lies in a month, and all whose refunds are settled in it. */
export const ordersOfMonth = async (
  centre: string,
  month: string,
  fields: Projection = sums,
): Promise<OrderRecord[]> => {
  const found = new Map<string, OrderRecord>()
  for (const where of [{ month }, { refundMonths: month }]) {
    let after: string | undefined
    do {
      const { documents, next } = await orders.of(centre).page({
        where,
        by: ['_id', 'asc'],
        after,
        limit: limit - 1,
        fields,
      })
      for (const record of documents) found.set(record._id, record)
      after = next ?? undefined
    } while (after !== undefined)
  }
  return [...found.values()]
}

/** The meals of a month, without their orders. */
export const mealsOfMonth = (centre: string, month: string): Promise<ServiceDoc[]> =>
  services.of(centre).find({
    where: { day: command.gte(`${month}-01`).and(command.lte(`${month}-31`)) },
    limit,
    fields: { twice: true, refusedScans: true, owes: true, ended: true, endsAt: true },
  })

/** The figures of a month as its orders say now. */
export const figuresOf = async (
  centre: string,
  month: string,
): Promise<{ figures: Figures; records: OrderRecord[] }> => {
  const [records, meals] = await Promise.all([
    ordersOfMonth(centre, month),
    mealsOfMonth(centre, month),
  ])
  const twice = meals.flatMap((meal) => meal.twice)
  return { figures: settle(month, records, { twice }), records }
}

export const closingOf = (centre: string, month: string): Promise<MonthClosing | null> =>
  monthClosings.of(centre).get(closingId(centre, month))

/** What WeChat Pay leaves open; there should be nothing, so all of it is shown in every month. */
const unsettledNow = async (centre: string): Promise<Settlement['unsettled']> => {
  const ask = (where: Fields) =>
    orders
      .of(centre)
      .find({ where, limit: 100, fields: { held: true, refunds: true, personName: true } })
  const [withHeld, refunding] = await Promise.all([
    ask({ 'held.at': command.gt(instantOf('2000-01-02')) }),
    ask({ refundOpen: true }),
  ])
  return [
    ...withHeld.flatMap(({ _id, personName, held }) =>
      held.map(({ amount, at }) => ({ order: _id, refund: null, name: personName, amount, at })),
    ),
    ...refunding.flatMap(({ _id, personName, refunds }) =>
      refunds
        .filter(({ open, stuck }) => open && stuck)
        .map(({ no, amount, at }) => ({ order: _id, refund: no, name: personName, amount, at })),
    ),
  ]
}

/** Scans that fitted no order. They may come late: a signed month shows those that came since too. */
const refusedScansIn = async (
  centre: string,
  month: string,
): Promise<Settlement['refusedScans']> => {
  const scans = (await mealsOfMonth(centre, month)).flatMap((meal) => meal.refusedScans)
  return { scans: scans.length, paid: scans.filter(({ paidBy }) => paidBy !== null).length }
}

/** A month as it is shown: once signed, by the figures that were signed. */
export const settlementOf = async (
  centre: string,
  month: string,
  closing: MonthClosing | null,
): Promise<Settlement> => {
  const [{ figures }, refusedScans, unsettled] = await Promise.all([
    closing ?? figuresOf(centre, month),
    refusedScansIn(centre, month),
    unsettledNow(centre),
  ])
  return {
    ...figures,
    refusedScans,
    unsettled,
    closed: {
      operator: closing?.signed.operator?.name ?? null,
      centre: closing?.signed.centre?.name ?? null,
    },
  }
}
