import { activities } from '@/types/activities'
import { procedure } from '../kit/procedure'
import { withAddresses } from './addresses'
import { coming } from './coming'
import { cardOf } from './show'

/** What is on from a day, soonest first; the same for everybody. */
export const list = procedure(activities, 'list', {
  load: ({ centre, input, at }) => coming(centre, { ...input, at }),

  async run({ loaded: { documents, next } }) {
    return { items: await withAddresses(documents.map(cardOf)), next }
  },
})
