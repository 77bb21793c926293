import { decideConfirm } from '@/domain/feedback/reporter'
import { feedback } from '@/types/feedback'
import { procedure } from '../kit/procedure'
import { says } from './saying'
import { cases } from './store'

/** Says that it is solved, and how it was done. */
export const confirm = procedure(feedback, 'confirm', {
  load: ({ centre, input }) => cases.of(centre).get(input.case),

  run: ({ input: { key, stars, words }, ...running }) =>
    says({ ...running, key, words }, (now, word) => decideConfirm(now, word, stars)),
})
