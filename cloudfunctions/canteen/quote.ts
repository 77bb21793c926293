import { quoteFor } from '@/domain/canteen/quote'
import { usedBesides, usedBy } from '@/domain/canteen/service'
import { canteen } from '@/types/canteen'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { serviceFor } from './store'

export const quote = procedure(canteen, 'quote', {
  load: ({ centre, subjectId, input: { service, order } }) =>
    serviceFor(centre, service, {
      persons: [subjectId],
      claims: order === undefined ? [] : [order],
    }),

  async run({ centre, subject, loaded, input, at }) {
    const ids = idsOf(subject)
    const claims = input.order === undefined ? [] : [input.order]
    const { service, tariff } =
      ids.length > 1 ? await serviceFor(centre, input.service, { persons: ids, claims }) : loaded
    const meal = found(service)
    const used = usedBy(meal.uses, ids)
    const before = meal.claims[input.order ?? '']
    const own = before && before.person !== null && ids.includes(before.person)
    const others = own ? usedBesides(used, before.covers) : used
    const priced = quoteFor(meal, tariff?.tables ?? [], subject, input.lines, others, at)
    return 'refusal' in priced ? fail(priced.refusal.code, priced.refusal.data) : priced.quote
  },
})
