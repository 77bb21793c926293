import { canteen } from '@/types/canteen'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { carryOut, settleHeld, settleRefund } from './refunds'
import { orderOf } from './show'
import { orders, serviceFor } from './store'
import { orderRecord } from './theirOrder'

/** The way out of what WeChat Pay leaves open: who says how the money went back, and why, stays with the order. */
export const settleByHand = procedure(canteen, 'settleByHand', {
  load: orderRecord,
  place: ({ loaded }) => found(loaded).path,
  concerns: ({ loaded }) => loaded?.person ?? null,

  async run({ centre, caller, loaded, input: { key, order, refund: no, paidBy, because }, at }) {
    const { service: of } = found(loaded)
    const byHand = { key, by: caller.person.id, because, channel: paidBy, at }
    const settled =
      no === null
        ? await settleHeld(centre, order, byHand)
        : await settleRefund(centre, order, no, byHand)
    if (!settled) fail('NothingToSettle')
    await carryOut(centre, order, at)
    const { service } = await serviceFor(centre, of, { claims: [order] })
    return orderOf(found(service), found(await orders.of(centre).get(order)), at)
  },
})
