import { refundedOf } from '@/domain/canteen/refund'
import { canteen, mostOrders, type QueueLine } from '@/types/canteen'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import type { PersonDoc } from '../residents/store'
import { guestsOf, inOrder } from './lines'
import { plannedService, servicePlace } from './planned'
import { orders, type OrderRecord } from './store'

/** By the records of the orders: they stay when the orders of a meal long over are folded away. */
export const paidOrders = procedure(canteen, 'paidOrders', {
  load: plannedService,
  place: servicePlace,

  async run({ centre, loaded }) {
    const records = await orders.of(centre).find({
      where: { service: found(loaded)._id },
      limit: mostOrders,
    })
    const paid = records.filter(({ paidBy }) => paidBy !== null)
    const guests = await guestsOf(
      centre,
      paid.map((record) => [record._id, record]),
    )
    return {
      items: paid
        .map((record) => ({
          ...lineOf(record, guests.get(record.person ?? '')),
          refunded: refundedOf(record.refunds),
        }))
        .sort(inOrder),
    }
  },
})

const lineOf = (record: OrderRecord, guest: PersonDoc | undefined): QueueLine => {
  const { _id: order, person, personName: name, by, byName, lines, servedAt } = record
  const { kind, note, cannotLeave, pays, reason, paidBy, state } = record
  const birthDate = guest?.facts.birthDate ?? null
  return {
    ...{ order, person, name, kind, note, cannotLeave, pays, reason, paidBy, state, servedAt },
    birthYear: birthDate === null ? null : Number(birthDate.slice(0, 4)),
    homeName: guest?.homeName ?? null,
    dishes: lines.map((line) => ({ name: line.name, portions: line.portions })),
    by: by === person ? null : byName,
  }
}
