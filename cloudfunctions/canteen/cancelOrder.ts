import { decideCancel } from '@/domain/canteen/ordering'
import { canteen } from '@/types/canteen'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { take } from '../kit/step'
import { actsAsStaff } from '../kit/subject'
import { finish } from './complete'
import { addRefund } from './refunds'
import { orderOf } from './show'
import { orders, serviceFor, services } from './store'
import { ordererOf } from './subject'
import { orderRecord, theirs } from './theirOrder'

/** Gives the portions back; money goes back the way it came, cash out of the hand of the staff who cancel. */
export const cancelOrder = procedure(canteen, 'cancelOrder', {
  load: orderRecord,

  async run({ centre, caller, subject, loaded, input, at }) {
    const { order } = input
    const record = theirs(loaded, subject)
    const persons = record.person === null ? [] : [record.person]
    const onBehalf = actsAsStaff(caller, subject)
    const { service, claim } = await decide(async () => {
      const service = found(
        (await serviceFor(centre, record.service, { claims: [order], persons })).service,
      )
      const decision = decideCancel(service, {
        ...ordererOf(caller, subject),
        ...{ order, onBehalf, at },
      })
      if (decision.outcome === 'refused') return fail(decision.refusal.code, decision.refusal.data)
      if (decision.outcome === 'change')
        if (!(await take(services.of(centre), service._id, decision.step))) return again
      return { service, claim: decision.claim }
    })
    await finish(service, order, claim, at)
    if (claim.paidBy === 'cash' || claim.paidBy === 'card')
      await addRefund(centre, order, {
        ...{ key: 'ended', of: 'order', amount: 'rest', channel: claim.paidBy, attempt: 0 },
        ...{ by: caller.person.id, because: '', at },
      })
    return orderOf(service, found(await orders.of(centre).get(order)), at)
  },
})
