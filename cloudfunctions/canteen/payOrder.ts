import { decideAttempt } from '@/domain/canteen/payment'
import { mealNames } from '@/domain/canteen/names'
import { canteen } from '@/types/canteen'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { take } from '../kit/step'
import { actsAsStaff } from '../kit/subject'
import { keep, movedOn } from './record'
import { orderOf } from './show'
import { operatorIn, serviceFor, services } from './store'
import { orderRecord, theirs } from './theirOrder'
import { beginPayment } from './wechatPay'

/** Each payer pays under an attempt of their own: WeChat ties it to who began it. */
export const payOrder = procedure(canteen, 'payOrder', {
  load: orderRecord,

  async run({ centre, caller, subject, loaded, input, at }) {
    const { order } = input
    const record = theirs(loaded, subject)
    const by = caller.person.id
    const { service, claim, attempt } = await decide(async () => {
      const { service: read, tariff } = await serviceFor(centre, record.service, {
        claims: [order],
      })
      const service = found(read)
      const merchant = operatorIn(tariff)?.merchant ?? null
      if (merchant === null || actsAsStaff(caller, subject)) return fail('NoWechatPay')
      const decision = decideAttempt(service, order, { by, merchant, at })
      if (decision.outcome === 'refused') return fail(decision.refusal.code, decision.refusal.data)
      if (decision.outcome === 'same') {
        const { claim } = decision
        const open = claim.attempts.findIndex((one) => one.by === by && at < one.until)
        return { service, claim, attempt: open + 1 }
      }
      const taken = await take(services.of(centre), service._id, decision.step)
      return taken ? { service, claim: decision.claim, attempt: decision.attempt } : again
    })
    const [payment] = await Promise.all([
      beginPayment(
        { order, attempt, attempts: claim.attempts },
        { amount: claim.pays, body: mealNames[service.meal] },
      ),
      claim.owed && keep(service, order, claim),
    ])
    return {
      order: orderOf(service, movedOn(record, claim), at),
      payment: payment ?? fail('PaymentUnavailable'),
    }
  },
})
