import { activities } from '@/types/activities'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { inForce } from './inForce'
import { activityRecords, places } from './store'

/** The draft of a published activity, to edit it or to publish another like it. */
export const getDraft = procedure(activities, 'getDraft', {
  load: async ({ centre, input: { activity } }) => {
    const [place, record] = await Promise.all([
      places.of(centre).get(activity, { path: true, rev: true, edited: true }),
      activityRecords.of(centre).get(activity, { draft: true, nodeName: true }),
    ])
    return { place, record }
  },
  place: ({ loaded }) => found(found(loaded).place).path,

  async run({ loaded }) {
    const place = found(loaded.place)
    return { draft: inForce(place, found(loaded.record)).draft, rev: place.rev }
  },
})
