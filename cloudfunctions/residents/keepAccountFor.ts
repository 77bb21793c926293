import { eraseForRefusal } from '@/domain/residents/erasure'
import { placeOf } from '@/domain/residents/places'
import { residents } from '@/types/residents'
import { fail, found } from '../kit/failure'
import { anywhere, procedure } from '../kit/procedure'
import { kept } from './erasing'
import { changePerson } from './records'
import { personNow } from './store'

export const keepAccountFor = procedure(residents, 'keepAccountFor', {
  load: ({ centre, input }) => personNow(centre, input.person).then(found),
  place: ({ loaded }) => placeOf(loaded.facts) ?? anywhere,

  run: async ({ centre, caller, loaded }) => {
    await changePerson(centre, loaded, (person) => {
      const refusal = eraseForRefusal(person, caller.person.id)
      if (refusal) fail(refusal)
      return kept(person)
    })
    return {}
  },
})
