import { placeOf } from '@/domain/residents/places'
import { volunteers } from '@/types/volunteers'
import { repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { found } from '../kit/failure'
import { anywhere, procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { personNow } from '../residents/store'
import { trainings } from './store'

export const removeTraining = procedure(volunteers, 'removeTraining', {
  load: ({ centre, input }) => personNow(centre, input.person).then(found),
  place: ({ loaded }) => placeOf(loaded.facts) ?? anywhere,

  async run({ centre, loaded: { facts }, input: { training } }) {
    // Of this person and nobody else: the place was looked at for them.
    const theirs = { person: command.in(idsOf(facts)) }
    const gone = { removed: true, what: '' }
    await repeat(() => trainings.of(centre).change(training, gone, theirs))
    return {}
  },
})
