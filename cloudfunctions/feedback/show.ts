import { feedback } from '@/types/feedback'
import { procedure } from '../kit/procedure'
import { marksOf, shownTo, theirs } from './followed'
import { cases } from './store'

/** One's own case; a message that just arrived is received here, while its sender looks on. */
export const show = procedure(feedback, 'show', {
  load: ({ centre, input }) => cases.of(centre).get(input.case),

  async run({ centre, subject, loaded, at }) {
    const marks = marksOf(centre, subject)
    return shownTo(theirs(loaded, marks), marks, at)
  },
})
