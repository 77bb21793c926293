import { activities } from '@/types/activities'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { activityRecords, attendances } from './store'

/** Heads at a departure, beside how many of that session were checked in and must be there. */
export const countHeads = procedure(activities, 'countHeads', {
  load: ({ centre, input }) =>
    activityRecords
      .of(centre)
      .get(input.activity, { path: true, 'draft.headCount': true, 'draft.sessions': true }),
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
