import { decideChange } from '@/domain/canteen/ordering'
import { canteen } from '@/types/canteen'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { take } from '../kit/step'
import { idsOf } from '../kit/subject'
import { keep, movedOn } from './record'
import { orderOf } from './show'
import { serviceFor, services } from './store'
import { guestOf, ordererOf } from './subject'
import { orderRecord, theirs } from './theirOrder'

export const changeOrder = procedure(canteen, 'changeOrder', {
  load: orderRecord,

  async run({ centre, caller, subject, loaded, input, at }) {
    const record = theirs(loaded, subject)
    const { order, ...tap } = input
    const { service, claim } = await decide(async () => {
      const read = await serviceFor(centre, record.service, {
        claims: [order],
        persons: idsOf(subject),
      })
      const service = found(read.service)
      const decision = decideChange(service, read.tariff?.tables ?? [], {
        ...tap,
        ...ordererOf(caller, subject),
        order,
        expected: tap.expected,
        guest: guestOf(subject),
        at,
      })
      if (decision.outcome === 'refused') return fail(decision.refusal.code, decision.refusal.data)
      if (decision.outcome === 'change')
        if (!(await take(services.of(centre), service._id, decision.step))) return again
      return { service, claim: decision.claim }
    })
    if (claim.owed) await keep(service, order, claim)
    return orderOf(service, movedOn(record, claim), at)
  },
})
