import { decideSale } from '@/domain/canteen/ordering'
import { canteen } from '@/types/canteen'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { procedure } from '../kit/procedure'
import { take } from '../kit/step'
import { keep, recordFor } from './record'
import { orderOf } from './show'
import { serviceFor, services } from './store'
import { walkIn } from './walkIn'

/** Sold, paid and handed over in one step; the same tap sells once. */
export const counterSale = procedure(canteen, 'counterSale', {
  load: ({ centre, input }) => serviceFor(centre, input.service),
  place: ({ loaded }) => found(loaded.service).path,

  async run({ centre, openid, caller, input, at }) {
    const { key, lines, paidBy, expected } = input
    const order = hiddenId(centre, 'o', openid, key)
    const guest = await walkIn(centre, input.person)
    const { service, claim } = await decide(async () => {
      const read = await serviceFor(centre, input.service, {
        claims: [order],
        persons: guest?.ids ?? [],
      })
      const service = found(read.service)
      const decision = decideSale(service, read.tariff?.tables ?? [], {
        ...{ key, order, guest, lines, paidBy, expected, at },
        by: caller.person.id,
        byName: caller.person.name,
      })
      if (decision.outcome === 'refused') return fail(decision.refusal.code, decision.refusal.data)
      if (decision.outcome === 'change')
        if (!(await take(services.of(centre), service._id, decision.step))) return again
      return { service, claim: decision.claim }
    })
    const [record] = await Promise.all([
      recordFor(service, order, claim),
      claim.owed && keep(service, order, claim),
    ])
    return orderOf(service, found(record), at)
  },
})
