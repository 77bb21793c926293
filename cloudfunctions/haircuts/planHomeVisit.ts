import { planRefusal } from '@/domain/haircuts/visits'
import { haircuts } from '@/types/haircuts'
import { dayOf } from '@/types/shared/day'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { tell } from '../notices/outbox'
import { personNow } from '../residents/store'
import { haircutVisits } from './store'
import { barbersOf, changeVisit, tellingOfVisit, visitShown } from './visits'

/** A day and two volunteers; the person, whoever asked for them, and the volunteers are told. */
export const planHomeVisit = procedure(haircuts, 'planHomeVisit', {
  load: ({ centre, input }) => haircutVisits.of(centre).get(input.visit),
  place: ({ loaded }) => found(loaded).path,
  concerns: ({ loaded }) => found(loaded).person,

  async run({ centre, loaded, input: { key, on, barbers: asked }, at }) {
    const persons = await Promise.all(asked.map((id) => personNow(centre, id).then(found)))
    const barbers = persons.map(({ _id }) => _id)
    const visit = await changeVisit(loaded, key, (before) => {
      const refusal = planRefusal(before, { on, barbers }, dayOf(at))
      return refusal ? fail(refusal.code) : { state: 'planned', on, barbers }
    })
    const shown = await visitShown(visit, true)
    const concerned = [{ id: visit.person, name: visit.personName }, ...barbersOf(visit, shown)]
    await tell(
      centre,
      concerned.map((person) => ({
        ...tellingOfVisit(visit, person, key, 'homeVisitPlanned', at),
        ...(person.id !== visit.person && { actor: null }),
      })),
    )
    return shown
  },
})
