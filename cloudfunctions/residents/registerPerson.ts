import { newPerson } from '@/domain/residents/person'
import { residents } from '@/types/residents'
import { dayOf } from '@/types/shared/day'
import { fail } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { anywhere, procedure } from '../kit/procedure'
import { buildingOf, residenceOf } from './homes'
import { noteDoubles } from './likelyDoubles'
import { recordOf } from './records'
import { people } from './store'
import { personForStaff } from './views'

export const registerPerson = procedure(residents, 'registerPerson', {
  load: ({ centre, input }) => buildingOf(centre, input.home),
  // An unknown building lies nowhere; `run` says so.
  place: ({ loaded }) => loaded?.path ?? anywhere,

  run: async ({ centre, input, caller, at, loaded: building }) => {
    const { key, name, birthDate = null, phone = null, home } = input
    if (birthDate !== null && birthDate > dayOf(at)) return fail('BirthDateInFuture')
    const id = hiddenId(centre, 'p', caller.person.id, key)
    const { household, path, ...where } = residenceOf(centre, home, building, id)
    const person = recordOf(
      centre,
      newPerson(
        { id, name, household, path },
        {
          birthDate,
          phone,
          ...where,
          cards: [{ id: hiddenId(centre, 'm', id), kind: 'phone', issuedAt: at }],
          addedBy: caller.person.id,
        },
      ),
    )
    await people.of(centre).insert(person)
    await noteDoubles(centre, person)
    return personForStaff(person, caller.roles, at)
  },
})
