import { haircuts } from '@/types/haircuts'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { haircutVisits } from './store'
import { changeVisit, visitShown } from './visits'

/** They were there, and the hair is cut. */
export const finishHomeVisit = procedure(haircuts, 'finishHomeVisit', {
  load: ({ centre, input }) => haircutVisits.of(centre).get(input.visit),
  place: ({ loaded }) => found(loaded).path,
  concerns: ({ loaded }) => found(loaded).person,

  async run({ loaded, input: { key } }) {
    const visit = await changeVisit(loaded, key, ({ state }) =>
      state === 'planned' ? { state: 'done' } : fail('NotPlanned'),
    )
    return visitShown(visit, true)
  },
})
