import { dependantRefusal, guardedUntil } from '@/domain/residents/acting'
import { ageOn, birthday } from '@/domain/residents/age'
import { newPerson } from '@/domain/residents/person'
import { mostDependants, residents } from '@/types/residents'
import { dayOf, instantOf } from '@/types/shared/day'
import { fail, found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { procedure } from '../kit/procedure'
import { consentId, recordConsent } from './agreements'
import { buildingOf, residenceIn, residenceOf } from './homes'
import { noteDoubles } from './likelyDoubles'
import { linkActor } from './passports'
import { recordOf } from './records'
import { people } from './store'
import { myDependant } from './views'

export const addDependant = procedure(residents, 'addDependant', {
  load: async ({ centre, subjectId, input }) => {
    const id = hiddenId(centre, 'p', subjectId, input.key)
    const [adder, before, building] = await Promise.all([
      people.of(centre).get(subjectId),
      people.of(centre).get(id),
      buildingOf(centre, input.home),
    ])
    return { id, adder, before, building }
  },

  run: async ({ centre, input, caller, at, loaded: { id, adder, before, building } }) => {
    const { name, relation, birthDate = null, home, consent, key } = input
    const me = caller.person.id
    const today = dayOf(at)
    const holds = Object.keys(caller.dependants).filter((held) => held !== id).length
    // The same tap, sent once more after acting was ended: it does not begin again.
    if (before && !before.actors[me]) return fail('NotFound')
    const refusal = dependantRefusal({ relation, birthDate, consent }, holds, today)
    if (refusal) return fail(refusal)

    const { household, path, ...where } = home
      ? residenceOf(centre, home, building, me)
      : residenceIn(found(adder))
    const isChild = birthDate !== null && ageOn(birthDate, today) < guardedUntil
    const agreement = {
      person: id,
      purpose: isChild ? ('guardian' as const) : ('actFor' as const),
      version: consent,
      givenBy: isChild ? me : id,
      about: me,
      ...(isChild && { until: instantOf(birthday(birthDate, guardedUntil)) }),
      at,
      key,
    }
    const actor = { relation, since: at, consent: consentId(centre, agreement) }
    const dependant =
      before ??
      recordOf(
        centre,
        newPerson(
          { id, name, household, path },
          {
            birthDate,
            ...where,
            actors: { [me]: actor },
            cards: [{ id: hiddenId(centre, 'm', id), kind: 'phone', issuedAt: at }],
            addedBy: me,
          },
        ),
      )
    if (!before) await people.of(centre).insert(dependant)
    const linked = await linkActor(centre, me, dependant, actor, mostDependants)
    if (!linked) {
      if (!before) await people.of(centre).remove(id)
      return fail('TooManyDependants')
    }
    await recordConsent(centre, agreement)
    await noteDoubles(centre, dependant)
    return myDependant(dependant, actor, at)
  },
})
