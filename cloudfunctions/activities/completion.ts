import { presence, sessionsNeeded } from '@/domain/activities/attendance'
import { activities } from '@/types/activities'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { attendedAt } from './attendedAt'
import { inForce } from './inForce'
import { activityRecords, wholeSeating } from './store'

/** Who completed a series, by the attendance it asks for. */
export const completion = procedure(activities, 'completion', {
  load: async ({ centre, input: { activity } }) => {
    const [place, record, attendances] = await Promise.all([
      wholeSeating(centre, activity),
      activityRecords.of(centre).get(activity, { draft: true, nodeName: true }),
      attendedAt(centre, activity),
    ])
    return place && record && { place, record, attendances }
  },
  place: ({ loaded }) => found(loaded).place.path,

  async run({ loaded }) {
    const { place, record, attendances } = found(loaded)
    const { completionPercent } = inForce(place, record).draft
    const needed = sessionsNeeded(completionPercent, place.rules.sessions.length)
    const present = presence(attendances)
    const lines = Object.entries(place.claims)
      .filter(([, { state }]) => state === 'in')
      .map(([person, { name }]) => {
        const attended = present.get(person)?.size ?? 0
        return { person, name, attended, completed: attended >= needed }
      })
      .sort((a, b) => b.attended - a.attended || a.name.localeCompare(b.name, 'zh'))
    return { needed, lines }
  },
})
