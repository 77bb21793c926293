import { decideWithdraw } from '@/domain/feedback/reporter'
import { feedback } from '@/types/feedback'
import { procedure } from '../kit/procedure'
import { says } from './saying'
import { cases } from './store'

/** Takes a message back. */
export const withdraw = procedure(feedback, 'withdraw', {
  load: ({ centre, input }) => cases.of(centre).get(input.case),

  run: ({ input: { key }, ...running }) => says({ ...running, key }, decideWithdraw),
})
