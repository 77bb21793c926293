import { decideUndo } from '@/domain/proposals/proposal'
import { proposals as contract } from '@/types/proposals'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { refuseBadWords } from '../media/words'
import { changeProposal } from './follow'
import { proposalForStaff } from './showProposal'
import { proposals } from './store'

/** A mistaken merge ends: its wishes wait again, each by itself, and whoever co-signed reads why. */
export const undoMerge = procedure(contract, 'undoMerge', {
  load: ({ centre, input }) => proposals.of(centre).get(input.proposal),
  place: ({ loaded }) => found(loaded).path,

  async run({ openid, caller, loaded, input: { key, because }, at }) {
    const known = found(loaded)
    if (!known.keys.includes(key)) await refuseBadWords(openid, [because])
    const by = caller.person.id
    return proposalForStaff(
      await changeProposal(known, (now) => decideUndo(now, { key, at, by, because }), at),
    )
  },
})
