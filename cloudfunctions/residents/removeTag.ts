import { placeOf } from '@/domain/residents/places'
import { isSensitive, seesSensitiveTags, withoutTags } from '@/domain/residents/tags'
import { residents } from '@/types/residents'
import { fail, found } from '../kit/failure'
import { anywhere, procedure } from '../kit/procedure'
import { changePerson } from './records'
import { personNow } from './store'
import { personForStaff } from './views'

export const removeTag = procedure(residents, 'removeTag', {
  load: ({ centre, input }) => personNow(centre, input.person).then(found),
  place: ({ loaded }) => placeOf(loaded.facts) ?? anywhere,

  run: async ({ centre, input, caller, at, loaded }) => {
    if (isSensitive(input.tag) && !seesSensitiveTags(caller.roles, loaded.facts.path, at))
      return fail('NotAllowed')
    const after = await changePerson(centre, loaded, (person) =>
      withoutTags(person, (tag) => tag === input.tag),
    )
    return personForStaff(after, caller.roles, at)
  },
})
