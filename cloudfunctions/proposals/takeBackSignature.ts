import { decideTakeBack } from '@/domain/proposals/proposal'
import { proposals as contract } from '@/types/proposals'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { proposalShown } from './showProposal'
import { sign } from './sign'
import { proposals } from './store'

/** Until it is answered. */
export const takeBackSignature = procedure(contract, 'takeBackSignature', {
  load: ({ centre, input }) => proposals.of(centre).get(input.proposal),

  async run({ caller, loaded, input: { key }, at }) {
    const ids = idsOf(caller.person)
    const known = found(loaded)
    // Of what is not public, whoever has nothing to take back learns nothing.
    if (known.listed === null && !ids.some((id) => known.claims[id])) fail('NotFound')
    const proposal = await sign(known, (now) => decideTakeBack(now, ids, { key, at }), at)
    return proposalShown(proposal, { caller, at })
  },
})
