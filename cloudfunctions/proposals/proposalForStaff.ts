import { maskName } from '@/domain/residents/masking'
import { proposals as contract } from '@/types/proposals'
import { found } from '../kit/failure'
import { anywhere, procedure } from '../kit/procedure'
import { personsNow } from '../residents/store'
import { proposalForStaff as shown } from './showProposal'
import { proposals } from './store'

/** One proposal, with who co-signed: masked, also for staff. */
export const proposalForStaff = procedure(contract, 'proposalForStaff', {
  load: ({ centre, input }) => proposals.of(centre).get(input.proposal),
  // What everybody reads, every colleague may: a grid worker enters signatures for what is about the community.
  place: ({ loaded }) => {
    const { listed, path } = found(loaded)
    return listed === null ? path : anywhere
  },

  async run({ centre, loaded }) {
    const proposal = found(loaded)
    const [seen, persons] = await Promise.all([
      shown(proposal),
      personsNow(centre, Object.keys(proposal.claims)),
    ])
    const signers = Object.entries(proposal.claims)
      .sort(([, one], [, other]) => one.at - other.at)
      .map(([id, { at, by }]) => ({
        name: maskName(persons.get(id)?.facts.name ?? '—'),
        onPaper: by !== null,
        at,
      }))
    return { ...seen, signers }
  },
})
