import { proposals as contract } from '@/types/proposals'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { proposalInList } from './showProposal'
import { proposalListed, proposals } from './store'

const { roles } = contract.procedures.proposalsForStaff.may

/** Proposals about the caller's nodes: what is to be done, or one state. */
export const proposalsForStaff = procedure(contract, 'proposalsForStaff', {
  place: () => anywhere,

  async run({ centre, caller, input: { view, after }, at }) {
    const { documents, next } = await proposals.of(centre).page({
      where: nodesOf(caller, roles, at).map((path) => ({
        path,
        ...(view === 'todo' ? { forStaff: true } : { state: view }),
      })),
      by: ['at', view === 'todo' ? 'asc' : 'desc'],
      after,
      fields: proposalListed,
    })
    return { items: documents.map(proposalInList), next }
  },
})
