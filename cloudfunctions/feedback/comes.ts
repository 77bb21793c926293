import { decideComes } from '@/domain/feedback/reporter'
import { feedback } from '@/types/feedback'
import { procedure } from '../kit/procedure'
import { says } from './saying'
import { cases } from './store'

/** Says whether they come to look at it. */
export const comes = procedure(feedback, 'comes', {
  load: ({ centre, input }) => cases.of(centre).get(input.case),

  run: ({ input, ...running }) =>
    says({ ...running, key: input.key }, (now, word) =>
      decideComes(now, { ...word, words: input.comes ? '会来看' : '来不了' }),
    ),
})
