import { activities, mostPlaces } from '@/types/activities'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { completedOf } from './completed'
import { registrations } from './store'

/** Who completed a series, by the attendance it asks for, and who was given its certificate. */
export const completion = procedure(activities, 'completion', {
  load: async ({ centre, input: { activity } }) => {
    const [series, records] = await Promise.all([
      completedOf(centre, activity),
      registrations.of(centre).find({
        where: { activity, state: 'in' },
        limit: mostPlaces,
        fields: { person: true, certified: true },
      }),
    ])
    return series && { ...series, records }
  },
  place: ({ loaded }) => found(loaded).place.path,

  async run({ loaded }) {
    const { needed, lines, records } = found(loaded)
    const given = new Map(records.map(({ person, certified }) => [person, certified?.at ?? null]))
    return {
      needed,
      lines: lines
        .map((line) => ({ ...line, certifiedAt: given.get(line.person) ?? null }))
        .sort((a, b) => b.attended - a.attended || a.name.localeCompare(b.name, 'zh')),
    }
  },
})
