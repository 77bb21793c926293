import { feedback } from '@/types/feedback'
import { procedure } from '../kit/procedure'
import { contentShown, sealedFor, sealedPlace } from './sealedFor'
import { cases } from './store'

/** Opens a sealed case for its mediator: a change only so that each look is written down before it. */
export const sealedCase = procedure(feedback, 'sealedCase', {
  load: ({ centre, input }) => cases.of(centre).get(input.case),
  place: sealedPlace,
  concerns: () => null,

  run: ({ caller, loaded, at }) => contentShown(sealedFor(loaded, caller), caller, at),
})
