import { decideRangSealed } from '@/domain/feedback/ringing'
import { feedback } from '@/types/feedback'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { sealedAbove } from './sealedAbove'
import { contentShown, ofSealed, sealedFor, sealedWorked } from './sealedFor'
import { mediatorOf } from './titles'

/** What who telephoned said to the mediator of what was done for them. */
export const rangSealed = procedure(feedback, 'rangSealed', {
  ...ofSealed,

  async run({ caller, loaded, input: { key, rev, ...answer }, at }) {
    const known = sealedFor(loaded, caller)
    const by = { ...mediatorOf(caller.person), ids: idsOf(caller.person) }
    const above = await sealedAbove(known, at)
    const now = await sealedWorked(known, caller, at, (one) =>
      decideRangSealed(one, by, { key, rev, at }, answer, above),
    )
    return contentShown(now, caller, at)
  },
})
