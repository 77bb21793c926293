import { decideMarkPaid } from '@/domain/canteen/payment'
import { canteen } from '@/types/canteen'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { take } from '../kit/step'
import { keep } from './record'
import { serviceFor, services } from './store'
import { orderRecord } from './theirOrder'

export const markPaid = procedure(canteen, 'markPaid', {
  load: orderRecord,
  place: ({ loaded }) => found(loaded).path,
  concerns: ({ loaded }) => loaded?.person ?? null,

  async run({ centre, loaded, input: { key, order, paidBy } }) {
    const record = found(loaded)
    const { service, claim } = await decide(async () => {
      const service = found((await serviceFor(centre, record.service, { claims: [order] })).service)
      const decision = decideMarkPaid(service, order, { key, paidBy })
      if (decision.outcome === 'refused') return fail(decision.refusal.code, decision.refusal.data)
      if (decision.outcome === 'change')
        if (!(await take(services.of(centre), service._id, decision.step))) return again
      return { service, claim: decision.claim }
    })
    if (claim.owed) await keep(service, order, claim)
    return {}
  },
})
