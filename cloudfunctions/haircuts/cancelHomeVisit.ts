import { isOpen } from '@/domain/haircuts/visits'
import { haircuts } from '@/types/haircuts'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { tellAtOnce } from '../notices/outbox'
import { haircutVisits } from './store'
import { barbersOf, changeVisit, tellingOfVisit, visitShown } from './visits'

/** Not needed after all; who was to come is told. */
export const cancelHomeVisit = procedure(haircuts, 'cancelHomeVisit', {
  load: ({ centre, input }) => haircutVisits.of(centre).get(input.visit),

  async run({ centre, subject, loaded, input: { key }, at }) {
    if (!idsOf(subject).includes(found(loaded).person)) return fail('NotFound')
    const visit = await changeVisit(loaded, key, (before) =>
      isOpen(before) ? { state: 'cancelled' } : fail('AlreadyDone'),
    )
    const shown = await visitShown(visit)
    await tellAtOnce(
      centre,
      barbersOf(visit, shown).map((barber) =>
        tellingOfVisit(visit, barber, key, 'shiftCalledOff', at),
      ),
    )
    return shown
  },
})
