import { begun } from '@/domain/proposals/record'
import { standing } from '@/domain/proposals/proposal'
import { proposals as contract } from '@/types/proposals'
import { command } from '../kit/cloud'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { nodes } from '../residents/store'
import { refuseBadWords } from '../media/words'
import { beginProposal } from './follow'
import { newProposal } from './newProposal'
import { proposalForStaff } from './showProposal'
import { proposalId, proposals, settingsOf, wishes, type ProposalDoc } from './store'

/** Several wishes alike become one proposal; whose wishes they were stand first, and co-sign by a tap of their own. */
export const mergeWishes = procedure(contract, 'mergeWishes', {
  load: async ({ centre, openid, input }) => {
    const [known, all, node, { settings }] = await Promise.all([
      proposals.of(centre).get(proposalId(centre, openid, input.key)),
      wishes.of(centre).find({ where: { _id: command.in([...input.wishes]) }, limit: 20 }),
      nodes.of(centre).get(input.node),
      settingsOf(centre),
    ])
    return { known, all, node: found(node), settings }
  },
  // Who merges answers for each of the wishes, and for the place it is about.
  place: ({ loaded: { all, node } }) =>
    node.path.filter((one) => all.every(({ path }) => path.includes(one))),

  async run({ centre, openid, caller, loaded: { known, all, node, settings }, input, at }) {
    const { key, title, words, category } = input
    if (known) return merged(await beginProposal(known, at))
    if (words === '') return fail('WordsNeeded')
    const open = all.filter(({ state, hidden }) => state === 'open' && !hidden)
    if (open.length < new Set(input.wishes).size || open.length < 2) return fail('NotMergeable')
    await refuseBadWords(openid, [title, words])
    const by = caller.person.id
    const own = {
      ...{ _id: proposalId(centre, openid, key), centre, at },
      ...begun({ key, at, by }, [], 'merged'),
      // Nobody sees it until the wishes are in it.
      ...standing('waiting', false, false),
      ...{ person: null, personName: null, by, byName: caller.person.name },
      ...{ title, words, category, wishes: [...new Set(input.wishes)] },
      ...{ photos: [], checked: true, asking: null },
    }
    return merged(await beginProposal(newProposal(own, node, settings), at))
  },
})

/** Somebody claimed the wishes meanwhile, or merged them: then there is no proposal. */
const merged = (proposal: ProposalDoc) =>
  proposal.state === 'withdrawn' ? fail('NotMergeable') : proposalForStaff(proposal)
