import { activities } from '@/types/activities'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { inForce } from './inForce'
import { activityRecords, attendances, places } from './store'

/** Heads at a departure, beside how many of that session were checked in and must be there. */
export const countHeads = procedure(activities, 'countHeads', {
  load: async ({ centre, input: { activity } }) => {
    const [place, record] = await Promise.all([
      places.of(centre).get(activity, { path: true, edited: true }),
      activityRecords.of(centre).get(activity, { draft: true, nodeName: true }),
    ])
    return place && record && { path: place.path, ...inForce(place, record) }
  },
  place: ({ loaded }) => found(loaded).path,

  async run({ centre, caller, loaded, input, at }) {
    const { activity, session, heads } = input
    const { headCount, sessions } = found(loaded).draft
    if (!headCount) fail('NotAnOuting')
    if (session >= sessions.length) fail('InvalidInput', { field: 'input.session' })
    const [expected] = await Promise.all([
      attendances.of(centre).count({ activity, session, state: 'present' }),
      activityRecords
        .of(centre)
        .change(activity, { [`headCounts.${session}`]: { heads, by: caller.person.id, at } }),
    ])
    return { expected }
  },
})
