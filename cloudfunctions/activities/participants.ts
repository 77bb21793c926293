import { maskName } from '@/domain/residents/masking'
import { activities, mostPlaces } from '@/types/activities'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { places, registrations } from './store'

/** Masked names of those taking part. */
export const participants = procedure(activities, 'participants', {
  load: async ({ centre, input: { activity } }) => {
    const [place, records] = await Promise.all([
      places.of(centre).get(activity, { seats: true }),
      registrations.of(centre).find({
        where: { activity, state: 'in' },
        order: [['at', 'asc']],
        limit: mostPlaces,
        fields: { personName: true },
      }),
    ])
    return { place, records }
  },

  async run({ loaded: { place, records } }) {
    const { seats } = found(place)
    return { names: records.map(({ personName }) => maskName(personName)), seats }
  },
})
