import { quoteFor } from '@/domain/canteen/quote'
import { usedBy } from '@/domain/canteen/service'
import { canteen } from '@/types/canteen'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { serviceFor } from './store'
import { idsOf } from './subject'

export const quote = procedure(canteen, 'quote', {
  load: ({ centre, subjectId, input }) =>
    serviceFor(centre, input.service, { persons: [subjectId] }),

  async run({ centre, subject, loaded, input, at }) {
    const ids = idsOf(subject)
    const { service, tariff } =
      ids.length > 1 ? await serviceFor(centre, input.service, { persons: ids }) : loaded
    const meal = found(service)
    const used = usedBy(meal.uses, ids)
    const priced = quoteFor(meal, tariff?.tables ?? [], subject, input.lines, used, at)
    return 'refusal' in priced ? fail(priced.refusal.code, priced.refusal.data) : priced.quote
  },
})
