import { proposals as contract } from '@/types/proposals'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { proposalShown } from './showProposal'
import { familyOf } from './showWish'
import { proposals } from './store'

/** One proposal: a published one for everybody, any other for its own people. */
export const proposal = procedure(contract, 'proposal', {
  load: ({ centre, input }) => proposals.of(centre).get(input.proposal),

  run({ caller, loaded, at }) {
    const known = found(loaded)
    if (known.listed === null && !familyOf(caller).includes(known.person ?? '')) fail('NotFound')
    return proposalShown(known, { caller, at })
  },
})
