import { activities } from '@/types/activities'
import { repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { complete } from './complete'
import { completedOf } from './completed'
import { registrationId, registrations } from './store'

/**
 * Certificates of a series, put on the records of those who completed it. Who has one keeps its date; whoever did not
 * come often enough is passed over, whatever the phone believes.
 */
export const certify = procedure(activities, 'certify', {
  load: ({ centre, input }) => completedOf(centre, input.activity),
  place: ({ loaded }) => found(loaded).place.path,

  async run({ centre, caller, loaded, input: { activity, persons }, at }) {
    const { needed, lines } = found(loaded)
    if (needed === 0) fail('NoCompletion')
    const asked = new Set(persons)
    const earned = lines.filter(({ person, completed }) => completed && asked.has(person))
    if (earned.length === 0) return { certified: 0 }
    // A record that a crash left unwritten is written first.
    await complete(centre, activity, at)
    await repeat(() =>
      registrations.of(centre).changeAll(
        {
          _id: command.in(earned.map(({ person }) => registrationId(centre, activity, person))),
          certified: command.exists(false),
        },
        { certified: command.set({ at, by: caller.person.id }) },
      ),
    )
    return { certified: earned.length }
  },
})
