import { decideTakeBack } from '@/domain/proposals/proposal'
import { proposals as contract } from '@/types/proposals'
import { found } from '../kit/failure'
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
    const proposal = await sign(found(loaded), (now) => decideTakeBack(now, ids, key), at)
    return proposalShown(proposal, { caller, at })
  },
})
