import { decideAnswer } from '@/domain/proposals/proposal'
import { proposals as contract } from '@/types/proposals'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { refuseBadWords } from '../media/words'
import { changeProposal } from './follow'
import { proposalForStaff } from './showProposal'
import { proposals } from './store'

/** The answer of the community, which everybody reads. */
export const answerProposal = procedure(contract, 'answerProposal', {
  load: ({ centre, input }) => proposals.of(centre).get(input.proposal),
  place: ({ loaded }) => found(loaded).path,
  concerns: ({ loaded }) => found(loaded).person,

  async run({ openid, caller, loaded, input: { key, words }, at }) {
    if (words === '') return fail('WordsNeeded')
    const known = found(loaded)
    if (!known.keys.includes(key)) await refuseBadWords(openid, [words])
    const by = caller.person.id
    return proposalForStaff(
      await changeProposal(known, (now) => decideAnswer(now, { key, at, by, words }), at),
    )
  },
})
