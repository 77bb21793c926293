import { activities } from '@/types/activities'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { settle } from './attend'
import { attendanceId, attendances, places } from './store'

/** A second person says whether somebody whose scan came late, or does not fit, was there. */
export const confirmCheckIn = procedure(activities, 'confirmCheckIn', {
  load: async ({ centre, input: { activity, session, person } }) => {
    const [place, attendance] = await Promise.all([
      places.of(centre).get(activity, { path: true }),
      attendances.of(centre).get(attendanceId(centre, activity, session, person)),
    ])
    return place && { path: place.path, attendance }
  },
  place: ({ loaded }) => found(loaded).path,

  async run({ centre, caller, loaded, input, at }) {
    const { key, accept, person } = input
    const me = caller.person.id
    if (person === me || found(loaded).attendance?.by === me) fail('NotYourself')
    const confirmed = await settle(centre, input, key, ({ state }) => {
      if (state !== 'toConfirm' && state !== 'flagged') return null
      return accept
        ? { state: 'present', confirmedBy: me }
        : { state: 'absent', confirmedBy: me, scannedAt: at }
    })
    if (!confirmed) fail('NothingToConfirm')
    return {}
  },
})
