import { decideSolveSealed } from '@/domain/feedback/sealed'
import { feedback } from '@/types/feedback'
import { refuseBadWords } from '../media/words'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { ringByOf } from './owner'
import { contentShown, sealedFor, ofSealed, sealedWorked } from './sealedFor'
import { mediatorOf } from './titles'

export const solveSealed = procedure(feedback, 'solveSealed', {
  ...ofSealed,

  async run({ openid, caller, loaded, input: { key, rev, record, told }, at }) {
    const known = sealedFor(loaded, caller)
    const by = { ...mediatorOf(caller.person), ids: idsOf(caller.person) }
    await refuseBadWords(openid, [told])
    const ringBy = await ringByOf(known, at)
    const now = await sealedWorked(known, caller, at, (one) =>
      decideSolveSealed(one, by, { key, at, rev, record, told, ringBy }),
    )
    return contentShown(now, caller, at)
  },
})
