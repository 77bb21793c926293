import { decideHandSealedOver } from '@/domain/feedback/sealed'
import { feedback } from '@/types/feedback'
import { fail } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { holdersOf } from './holders'
import { isOwnMatter, sealedFor, ofSealed, sealedWorked } from './sealedFor'
import { mediatorOf, memberOf } from './titles'

/** To another mediator, by who mediates or by staff, who see nothing of what it is about. */
export const handSealedOver = procedure(feedback, 'handSealedOver', {
  ...ofSealed,

  async run({ caller, loaded, input: { key, from, to }, at }) {
    const known = sealedFor(loaded, caller)
    const mediators = await holdersOf(known, ['mediator'], at)
    const next = mediators.find(({ id }) => id === to)
    if (!next || isOwnMatter(known, next.ids)) return fail('NobodyThere')
    const by = memberOf(caller, known.sealing.path, at)
    await sealedWorked(known, caller, at, (now) =>
      decideHandSealedOver(now, by, { key, at, from, to: mediatorOf(next) }),
    )
    return {}
  },
})
