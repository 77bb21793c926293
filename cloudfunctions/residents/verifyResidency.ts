import { verificationRefusal } from '@/domain/residents/verification'
import { residents } from '@/types/residents'
import { dayMs, dayOf } from '@/types/shared/day'
import { fail, found } from '../kit/failure'
import { anywhere, procedure } from '../kit/procedure'
import { tell } from '../notices/outbox'
import { endUnguarded } from '../volunteers/registration'
import { buildingOf, movedTo, moveDependantsAlong, residenceOf } from './homes'
import { noteDoubles } from './likelyDoubles'
import { changePerson } from './records'
import { personNow } from './store'
import { personForStaff } from './views'

const monthMs = 30 * dayMs

export const verifyResidency = procedure(residents, 'verifyResidency', {
  load: async ({ centre, input }) => {
    const [person, building] = await Promise.all([
      personNow(centre, input.person).then(found),
      buildingOf(centre, input.home),
    ])
    return { person, building }
  },
  // Whose grid somebody lives in is what is being confirmed: the home seen on site decides. An unknown building lies
  // nowhere; `run` says so.
  place: ({ loaded }) => loaded.building?.path ?? anywhere,

  run: async ({ centre, input, caller, at, loaded: { person: before, building } }) => {
    const { key, basis, document, birthDate, home, until } = input
    const { id: by, name: byName } = caller.person
    const today = dayOf(at)
    const self = before._id === by || by in before.actors
    const refusal = verificationRefusal({ until, birthDate }, self, today)
    if (refusal) return fail(refusal)

    const residence = residenceOf(centre, home, building, before._id)
    const after = await changePerson(centre, before, (record) => {
      const there = movedTo(record, residence)
      return {
        ...there,
        verification: { basis, document, on: today, until, by, byName },
        revoked: null,
        endTold: false,
        facts: { ...there.facts, birthDate, verifiedUntil: until },
      }
    })
    await moveDependantsAlong(centre, before, after)
    await noteDoubles(centre, after)
    await endUnguarded(centre, after, at)
    await tell(centre, [
      {
        event: 'verified',
        person: { id: after._id, name: after.facts.name },
        thing: null,
        key,
        data: { until },
        due: at + monthMs,
      },
    ])
    return personForStaff(after, caller.roles, at)
  },
})
