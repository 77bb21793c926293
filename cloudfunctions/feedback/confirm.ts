import { decideConfirm } from '@/domain/feedback/reporter'
import { feedback } from '@/types/feedback'
import { fail } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { says } from './saying'
import { cases } from './store'

/** Says that it is solved, and how it was done. */
export const confirm = procedure(feedback, 'confirm', {
  load: ({ centre, input }) => cases.of(centre).get(input.case),

  run: ({ input: { key, stars, words, mayShow }, ...running }) => {
    // A yes to that others see one's pictures nobody gives for another.
    if (mayShow && running.subject.id !== running.caller.person.id) return fail('NotAllowed')
    return says({ ...running, key, words }, (now, word) =>
      decideConfirm(now, word, { stars, mayShow }),
    )
  },
})
