import { activities } from '@/types/activities'
import { instantOf } from '@/types/shared/day'
import { procedure } from '../kit/procedure'
import { withAddresses } from './addresses'
import { coming } from './coming'
import { cardOf } from './show'

/** What is on from a day, soonest first; the same for everybody. */
export const list = procedure(activities, 'list', {
  load: ({ centre, input, at }) => coming(centre, { ...input, at }),

  async run({ loaded: { documents, next }, input: { from }, at }) {
    // Whoever looks at a day to come sees the session of that day.
    const since = from === undefined ? at : Math.max(at, instantOf(from))
    return { items: await withAddresses(documents.map((place) => cardOf(place, since))), next }
  },
})
