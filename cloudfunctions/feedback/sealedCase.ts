import { feedback } from '@/types/feedback'
import { procedure } from '../kit/procedure'
import { contentShown, sealedFor, ofSealed } from './sealedFor'

/** Opens a sealed case for its mediator: a change only so that each look is written down before it. */
export const sealedCase = procedure(feedback, 'sealedCase', {
  ...ofSealed,
  eachLook: true,

  run: ({ caller, loaded, at }) => contentShown(sealedFor(loaded, caller), caller, at),
})
