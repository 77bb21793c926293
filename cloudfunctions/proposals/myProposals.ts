import { proposals as contract } from '@/types/proposals'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { proposalCard } from './showProposal'
import { familyOf } from './showWish'
import { proposalListed, proposals } from './store'

/** What my family proposed, or one person, newest first. */
export const myProposals = procedure(contract, 'myProposals', {
  async run({ centre, caller, subject, input: { forResident, after } }) {
    const ids = forResident === undefined ? familyOf(caller) : idsOf(subject)
    const { documents, next } = await proposals.of(centre).page({
      where: ids.map((person) => ({ person })),
      by: ['at', 'desc'],
      after,
      fields: proposalListed,
    })
    return { items: documents.map(proposalCard), next }
  },
})
