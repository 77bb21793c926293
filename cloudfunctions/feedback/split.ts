import { flowFor } from '@/domain/feedback/flow'
import { decideSplit } from '@/domain/feedback/splitting'
import { feedback } from '@/types/feedback'
import { fail } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { flowsInForce } from './flows'
import { acted, ofCase } from './staffCase'
import { partId } from './store'

export const split = procedure(feedback, 'split', {
  ...ofCase,

  async run(running) {
    const { centre, input, at } = running
    // What was said would stay open to all in the case it came from.
    const flows = await flowsInForce(centre, at)
    if (input.parts.some(({ category }) => flowFor(flows, category)?.sealed))
      return fail('PartSealed')
    const parts = input.parts.map((part, n) => ({ ...part, id: partId(centre, input.case, n) }))
    return acted(running, (now, by, tap) => decideSplit(now, by, tap, parts))
  },
})
