import { volunteers } from '@/types/volunteers'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { decideEntry } from './decideEntry'
import { hoursEntries } from './store'

export const confirmHours = procedure(volunteers, 'confirmHours', {
  load: ({ centre, input }) =>
    hoursEntries.of(centre).get(input.entry, { path: true, person: true }),
  place: ({ loaded }) => found(loaded).path,
  concerns: ({ loaded }) => found(loaded).person,

  run: ({ centre, caller, input: { entry, minutes, key }, at }) =>
    decideEntry(centre, caller, { entry, verdict: 'confirmed', because: null, minutes, key, at }),
})
