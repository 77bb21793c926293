import { volunteers } from '@/types/volunteers'
import { dayOf } from '@/types/shared/day'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { nodes } from '../residents/store'
import { daysOf } from './postShifts'

/** Days a rule makes that are looked at, and of those that are left, how many are shown. */
const looked = 60
const shown = 12

export const previewPost = procedure(volunteers, 'previewPost', {
  load: ({ centre, input }) => nodes.of(centre).get(input.draft.node, { path: true }),
  place: ({ loaded }) => found(loaded).path,

  async run({ input: { draft }, at }) {
    const days = await daysOf(draft, dayOf(at), looked)
    if (days === null || days.length === 0) return fail('NoDates')
    return { days: days.slice(0, shown) }
  },
})
