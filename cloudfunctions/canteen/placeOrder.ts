import { decidePlace } from '@/domain/canteen/ordering'
import { payable } from '@/domain/canteen/payment'
import { mealNames } from '@/domain/canteen/names'
import { canteen } from '@/types/canteen'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { procedure } from '../kit/procedure'
import { take } from '../kit/step'
import { actsAsStaff, idsOf } from '../kit/subject'
import { keep, recordFor } from './record'
import { orderOf } from './show'
import { operatorIn, serviceFor, services } from './store'
import { guestOf, ordererOf } from './subject'
import { beginPayment } from './wechatPay'

/**
 * Takes the portions of all dishes for one order, in one conditional update. What is written after it can be written
 * again: by the same tap repeated, or by the sweep, which also tells that it was ordered. An order that WeChat Pay did not
 * begin to take money for is there all the same: it is answered, so that nobody orders a second one.
 */
export const placeOrder = procedure(canteen, 'placeOrder', {
  load: ({ centre, openid, subjectId, input }) =>
    serviceFor(centre, input.service, {
      claims: [hiddenId(centre, 'o', openid, input.key)],
      persons: [subjectId],
    }),

  async run({ centre, openid, caller, subject, loaded, input, at }) {
    const order = hiddenId(centre, 'o', openid, input.key)
    const ids = idsOf(subject)
    const byWechat = input.pay === 'wechat'

    const { service, claim } = await decide(async (round) => {
      const fresh = round > 0 || ids.length > 1
      const read = fresh
        ? await serviceFor(centre, input.service, { claims: [order], persons: ids })
        : loaded
      const service = found(read.service)
      const merchant = operatorIn(read.tariff)?.merchant ?? null
      if (byWechat && (merchant === null || actsAsStaff(caller, subject))) fail('NoWechatPay')
      const decision = decidePlace(service, read.tariff?.tables ?? [], {
        ...ordererOf(caller, subject),
        guest: guestOf(subject),
        key: input.key,
        order,
        lines: input.lines,
        kind: input.kind,
        note: input.note,
        cannotLeave: input.cannotLeave,
        expected: input.expected,
        wechat: byWechat ? merchant : null,
        at,
      })
      if (decision.outcome === 'refused') return fail(decision.refusal.code, decision.refusal.data)
      if (decision.outcome === 'change')
        if (!(await take(services.of(centre), service._id, decision.step))) return again
      return { service, claim: decision.claim }
    })

    const pays = claim.attempts.length > 0 && payable(claim)
    const [record, payment] = await Promise.all([
      recordFor(service, order, claim),
      pays
        ? beginPayment(
            { order, attempt: 1, attempts: claim.attempts },
            { amount: claim.pays, body: mealNames[service.meal] },
          )
        : null,
      claim.owed && keep(service, order, claim),
    ])
    return { order: orderOf(service, found(record), at), payment }
  },
})
