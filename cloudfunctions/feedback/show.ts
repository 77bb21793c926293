import { feedback } from '@/types/feedback'
import { procedure } from '../kit/procedure'
import { shownTo, theirs } from './followed'
import { cases } from './store'

/** One's own case; a message that just arrived is received here, while its sender looks on. */
export const show = procedure(feedback, 'show', {
  load: ({ centre, input }) => cases.of(centre).get(input.case),

  run: async ({ centre, caller, subject, loaded, at }) => {
    const looking = { centre, caller, subject }
    return shownTo(theirs(loaded, looking), looking, at)
  },
})
