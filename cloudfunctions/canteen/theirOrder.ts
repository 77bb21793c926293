import { fail } from '../kit/failure'
import type { Facts } from '../kit/passport'
import { idsOf } from '../kit/subject'
import { orders, type OrderRecord } from './store'

/** The order of a person, under any of the ids they have had; anybody else's is not found. */
export const theirs = (record: OrderRecord | null, subject: Facts): OrderRecord =>
  record && record.person !== null && idsOf(subject).includes(record.person)
    ? record
    : fail('NotFound')

/** The record an order is found by: it says which service it is of. */
export const orderRecord = ({
  centre,
  input,
}: {
  centre: string
  input: { order: string }
}): Promise<OrderRecord | null> => orders.of(centre).get(input.order)
