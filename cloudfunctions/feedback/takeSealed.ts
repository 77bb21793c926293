import { decideTakeSealed } from '@/domain/feedback/sealed'
import { feedback } from '@/types/feedback'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { isOwnMatter, sealedFor, ofSealed, sealedWorked } from './sealedFor'
import { mediatorOf } from './titles'

export const takeSealed = procedure(feedback, 'takeSealed', {
  ...ofSealed,

  async run({ caller, loaded, input: { key }, at }) {
    const known = sealedFor(loaded, caller)
    const own = isOwnMatter(known, idsOf(caller.person))
    const by = mediatorOf(caller.person)
    await sealedWorked(known, caller, at, (now) => decideTakeSealed(now, by, { key, at, own }))
    return {}
  },
})
