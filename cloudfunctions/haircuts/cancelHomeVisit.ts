import { isOpen } from '@/domain/haircuts/visits'
import { haircuts } from '@/types/haircuts'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { tellAtOnce } from '../notices/outbox'
import { haircutVisits } from './store'
import { changeVisit, tellingOfPerson, tellingsOfBarbers, visitShown } from './visits'

/** Not needed after all; who was to come is told, and the person, when somebody else says so. */
export const cancelHomeVisit = procedure(haircuts, 'cancelHomeVisit', {
  load: ({ centre, input }) => haircutVisits.of(centre).get(input.visit),

  async run({ centre, caller, subject, loaded, input: { key }, at }) {
    if (!idsOf(subject).includes(found(loaded).person)) return fail('NotFound')
    const visit = await changeVisit(loaded, key, (before) =>
      isOpen(before) ? { state: 'cancelled' } : fail('AlreadyDone'),
    )
    const shown = await visitShown(visit)
    await tellAtOnce(centre, [
      ...tellingsOfBarbers(visit, shown.barbers, key, 'shiftCalledOff', at),
      ...(subject.id === caller.person.id
        ? []
        : [tellingOfPerson(visit, key, 'homeVisitCancelled', at)]),
    ])
    return shown
  },
})
