import { proposals as contract } from '@/types/proposals'
import { procedure } from '../kit/procedure'
import { proposalCard } from './showProposal'
import { proposalListed, proposals as store } from './store'

/** What can be co-signed, or what was answered: newest first. */
export const proposals = procedure(contract, 'proposals', {
  load: ({ centre, input: { view, after } }) =>
    store
      .of(centre)
      .page({ where: { listed: view }, by: ['at', 'desc'], after, fields: proposalListed }),

  run({ loaded: { documents, next } }) {
    return Promise.resolve({ items: documents.map(proposalCard), next })
  },
})
