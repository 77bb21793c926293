import { decideWithdraw } from '@/domain/proposals/proposal'
import { proposals as contract } from '@/types/proposals'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { changeProposal } from './follow'
import { proposalShown } from './showProposal'
import { proposals } from './store'

/** Whoever proposed it takes it back, until it is answered. */
export const withdrawProposal = procedure(contract, 'withdrawProposal', {
  load: ({ centre, input }) => proposals.of(centre).get(input.proposal),

  async run({ caller, subject, loaded, input: { key }, at }) {
    const known = found(loaded)
    if (!idsOf(subject).includes(known.person ?? '')) fail('NotFound')
    const by = caller.person.id
    const proposal = await changeProposal(known, (now) => decideWithdraw(now, { key, at, by }), at)
    return proposalShown(proposal, { caller, subject, at })
  },
})
