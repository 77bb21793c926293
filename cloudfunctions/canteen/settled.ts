import { settle, type Figures } from '@/domain/canteen/settlement'
import type { Settlement } from '@/types/canteen'
import { instantOf } from '@/types/shared/day'
import { command } from '../kit/cloud'
import type { Projection } from '../kit/collection'
import {
  closingId,
  monthClosings,
  orders,
  services,
  type MonthClosing,
  type OrderRecord,
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

/** Second hand-overs of a month's meals. */
const servedTwiceIn = async (centre: string, month: string): Promise<number> => {
  const meals = await services.of(centre).find({
    where: { day: command.gte(`${month}-01`).and(command.lte(`${month}-31`)) },
    limit,
    fields: { twice: true },
  })
  return meals.reduce((sum, { twice }) => sum + twice.length, 0)
}

/** The figures of a month as its orders say now. */
export const figuresOf = async (
  centre: string,
  month: string,
): Promise<{ figures: Figures; records: OrderRecord[] }> => {
  const [records, servedTwice] = await Promise.all([
    ordersOfMonth(centre, month),
    servedTwiceIn(centre, month),
  ])
  return { figures: settle(month, records, servedTwice), records }
}

export const closingOf = (centre: string, month: string): Promise<MonthClosing | null> =>
  monthClosings.of(centre).get(closingId(centre, month))

/** Payments of another amount than their order; there should be none, so all of them are shown in every month. */
const heldNow = async (centre: string): Promise<Settlement['held']> => {
  const records = await orders.of(centre).find({
    where: { 'held.at': command.gt(instantOf('2000-01-02')) },
    limit: 100,
    fields: { held: true, personName: true },
  })
  return records.flatMap(({ _id, personName, held }) =>
    held ? [{ order: _id, name: personName, amount: held.amount, at: held.at }] : [],
  )
}

/** A month as it is shown: once signed, by the figures that were signed. */
export const settlementOf = async (
  centre: string,
  month: string,
  closing: MonthClosing | null,
): Promise<Settlement> => {
  const { figures } = closing ?? (await figuresOf(centre, month))
  return {
    ...figures,
    held: await heldNow(centre),
    closed: {
      operator: closing?.signed.operator?.name ?? null,
      centre: closing?.signed.centre?.name ?? null,
    },
  }
}
