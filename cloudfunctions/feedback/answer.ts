import { decideAnswer } from '@/domain/feedback/reporter'
import { feedback } from '@/types/feedback'
import { procedure } from '../kit/procedure'
import { says } from './saying'
import { cases } from './store'

/** Answers what staff asked back. */
export const answer = procedure(feedback, 'answer', {
  load: ({ centre, input }) => cases.of(centre).get(input.case),

  run: ({ input: { key, words, photos }, ...running }) =>
    says({ ...running, key, words, photos }, decideAnswer),
})
