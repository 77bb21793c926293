import { mayAsk, nextTurn } from '@/domain/haircuts/visits'
import { haircuts } from '@/types/haircuts'
import { dayOf } from '@/types/shared/day'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { idOf } from '../kit/ids'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { people } from '../residents/store'
import { haircutVisits, type VisitDoc } from './store'
import { visitsOf, visitShown } from './visits'

/**
 * Asks for a haircut at home. A visit is named after its turn among those of the person: two who ask at once make one.
 */
export const askHomeVisit = procedure(haircuts, 'askHomeVisit', {
  async run({ centre, caller, subject, input: { key, note, cannotWalk }, at }) {
    const visit = await decide(async (): Promise<VisitDoc | typeof again> => {
      const [person, before] = await Promise.all([
        people.of(centre).get(subject.id, { homeName: true }),
        visitsOf(centre, idsOf(subject)),
      ])
      const same = before.find(({ keys }) => keys.includes(key))
      if (same) return same
      const { homeName } = found(person)
      const refusal = mayAsk({ ...subject, homeName, cannotWalk }, before, dayOf(at))
      if (refusal) return fail(refusal.code)
      const turn = nextTurn(before)
      const asked: VisitDoc = {
        _id: idOf(centre, 'hv', subject.id, turn),
        centre,
        v: 1,
        turn,
        person: subject.id,
        personName: subject.name,
        homeName,
        path: subject.path,
        note,
        state: 'asked',
        on: null,
        barbers: [],
        replaced: [],
        remindedFor: null,
        by: caller.person.id,
        byName: caller.person.id === subject.id ? null : caller.person.name,
        keys: [key],
        at,
      }
      return (await haircutVisits.of(centre).insert(asked)) ? asked : again
    })
    return visitShown(visit)
  },
})
