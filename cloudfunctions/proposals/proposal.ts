import { authorsOf } from '@/domain/proposals/proposal'
import { proposals as contract } from '@/types/proposals'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { proposalShown } from './showProposal'
import { familyOf } from './showWish'
import { proposals, type ProposalDoc } from './store'

/** One proposal: a published one for everybody, any other for its own people. */
export const proposal = procedure(contract, 'proposal', {
  load: ({ centre, input }) => proposals.of(centre).get(input.proposal),

  run({ caller, loaded, at }) {
    const known = found(loaded)
    const family = familyOf(caller)
    if (known.listed === null && !family.some((id) => concerns(known, id))) fail('NotFound')
    return proposalShown(known, { caller, at })
  },
})

/** Whoever co-signed one that was taken back hears of it, and reads why; nothing is left to read of an erased one. */
const concerns = (known: ProposalDoc, id: string): boolean => {
  const { person, state, hidden, title, claims } = known
  if (person === id) return true
  const takenBack = state === 'withdrawn' && !hidden && title !== ''
  return takenBack && (authorsOf(known).includes(id) || id in claims)
}
