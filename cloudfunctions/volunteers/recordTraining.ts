import { placeOf } from '@/domain/residents/places'
import { volunteers } from '@/types/volunteers'
import { dayOf } from '@/types/shared/day'
import { fail, found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { anywhere, procedure } from '../kit/procedure'
import { personNow } from '../residents/store'
import { trainings } from './store'

export const recordTraining = procedure(volunteers, 'recordTraining', {
  load: ({ centre, input }) => personNow(centre, input.person).then(found),
  place: ({ loaded }) => placeOf(loaded.facts) ?? anywhere,

  async run({ centre, openid, caller, loaded: { facts }, input: { key, what, day }, at }) {
    if (!facts.volunteer) return fail('NotAVolunteer')
    if (day > dayOf(at)) return fail('InFuture')
    await trainings.of(centre).insert({
      _id: hiddenId(centre, 'vl', openid, key),
      centre,
      v: 1,
      person: facts.id,
      what,
      day,
      by: caller.person.id,
      at,
      removed: false,
    })
    return {}
  },
})
