import { decideEdit } from '@/domain/feedback/reporter'
import { feedback } from '@/types/feedback'
import { procedure } from '../kit/procedure'
import { says } from './saying'
import { cases } from './store'

/** Adds to a message; what was sent first stays as it was. */
export const edit = procedure(feedback, 'edit', {
  load: ({ centre, input }) => cases.of(centre).get(input.case),

  run: ({ input: { key, words, photos }, ...running }) =>
    says({ ...running, key, words, photos }, decideEdit),
})
