import { decideTakeSealed } from '@/domain/feedback/sealed'
import { feedback } from '@/types/feedback'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { sealedFor, sealedPlace, sealedWorked } from './sealedFor'
import { authorOf, cases } from './store'
import { mediatorOf } from './titles'

export const takeSealed = procedure(feedback, 'takeSealed', {
  load: ({ centre, input }) => cases.of(centre).get(input.case),
  place: sealedPlace,

  async run({ caller, loaded, input: { key }, at }) {
    const known = sealedFor(loaded, caller)
    const own = idsOf(caller.person).some((id) => id === authorOf(known)?.person)
    const by = mediatorOf(caller.person)
    await sealedWorked(known, caller, at, (now) => decideTakeSealed(now, by, { key, at, own }))
    return {}
  },
})
