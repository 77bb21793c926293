import { canteen } from '@/types/canteen'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { orderOf } from './show'
import { addRefund, carryOut } from './refunds'
import { orders, serviceFor } from './store'
import { orderRecord } from './theirOrder'

/**
 * Money back, all of it or a part: written down first, then sent. Once it is written down it goes back, whether or not
 * WeChat takes it on at this moment, so that it is never asked for a second time.
 */
export const refund = procedure(canteen, 'refund', {
  load: orderRecord,
  place: ({ loaded }) => found(loaded).path,
  concerns: ({ loaded }) => loaded?.person ?? null,

  async run({ centre, caller, loaded, input: { key, order, amount, because }, at }) {
    const { paidBy, paidAttempt, service: of } = found(loaded)
    await addRefund(centre, order, {
      ...{ key, of: 'order', amount, because, at, attempt: paidAttempt },
      channel: paidBy ?? fail('NotPaid'),
      by: caller.person.id,
    })
    await carryOut(centre, order, at)
    const { service } = await serviceFor(centre, of, { claims: [order] })
    return orderOf(found(service), found(await orders.of(centre).get(order)), at)
  },
})
