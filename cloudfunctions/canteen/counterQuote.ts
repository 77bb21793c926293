import { quoteFor } from '@/domain/canteen/quote'
import { usedBy } from '@/domain/canteen/service'
import { canteen } from '@/types/canteen'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { walkIn } from './walkIn'
import { serviceFor } from './store'

export const counterQuote = procedure(canteen, 'counterQuote', {
  load: ({ centre, input }) => serviceFor(centre, input.service),
  place: ({ loaded }) => found(loaded.service).path,

  async run({ centre, input, at }) {
    const guest = await walkIn(centre, input.person)
    const ids = guest?.ids ?? []
    const { service, tariff } = await serviceFor(centre, input.service, { persons: ids })
    const meal = found(service)
    const used = usedBy(meal.uses, ids)
    const priced = quoteFor(meal, tariff?.tables ?? [], guest, input.lines, used, at)
    return 'refusal' in priced ? fail(priced.refusal.code, priced.refusal.data) : priced.quote
  },
})
