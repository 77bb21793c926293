import { volunteers } from '@/types/volunteers'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { decideEntry } from './decideEntry'
import { hoursEntries } from './store'

export const refuseHours = procedure(volunteers, 'refuseHours', {
  load: ({ centre, input }) =>
    hoursEntries.of(centre).get(input.entry, { path: true, person: true }),
  place: ({ loaded }) => found(loaded).path,
  concerns: ({ loaded }) => found(loaded).person,

  run: ({ centre, caller, input: { entry, key, because }, at }) =>
    decideEntry(centre, caller, { entry, verdict: 'refused', because, key, at }),
})
