import { profileRefusal, withProfile } from '@/domain/residents/profile'
import { residents } from '@/types/residents'
import { dayOf } from '@/types/shared/day'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { endUnguarded } from '../volunteers/registration'
import { buildingOf, movedTo, moveDependantsAlong, residenceOf } from './homes'
import { noteDoubles } from './likelyDoubles'
import { changePerson } from './records'
import { standingOf } from './standing'
import { people } from './store'
import { myPerson } from './views'

export const updateProfile = procedure(residents, 'updateProfile', {
  load: async ({ centre, subjectId, input }) => {
    const [person, building] = await Promise.all([
      people.of(centre).get(subjectId),
      buildingOf(centre, input.home),
    ])
    return { person, building }
  },

  run: async ({ centre, input, caller, subject, at, loaded: { person, building } }) => {
    const by = standingOf(caller, subject)
    const before = found(person)
    const residence =
      input.home === undefined ? null : residenceOf(centre, input.home, building, before.facts.id)
    const after = await changePerson(centre, before, (record) => {
      const refusal = profileRefusal(record, input, by, dayOf(at))
      if (refusal) fail(refusal)
      const changed = withProfile(record, input)
      return residence ? movedTo(changed, residence) : changed
    })
    await moveDependantsAlong(centre, before, after)
    await noteDoubles(centre, after)
    await endUnguarded(centre, after, at)
    return myPerson(after, at)
  },
})
