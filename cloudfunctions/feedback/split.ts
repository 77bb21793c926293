import { decideSplit } from '@/domain/feedback/splitting'
import { feedback } from '@/types/feedback'
import { fail } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { flowsInForce } from './flows'
import { acted, ofCase } from './staffCase'
import { partId } from './store'

export const split = procedure(feedback, 'split', {
  ...ofCase,

  run: async (running) => {
    const { centre, input, at } = running
    const flows = await flowsInForce(centre, at)
    for (const { category } of input.parts) {
      const flow = flows.find((one) => one.category === category && !one.retired)
      // The whole, which stays open to all staff, would tell what was sealed.
      if (!flow || flow.sealed) return fail('SealedPart')
    }
    const parts = input.parts.map((part, n) => ({ ...part, id: partId(centre, input.case, n) }))
    return acted(running, (now, by, tap) => decideSplit(now, by, tap, parts))
  },
})
