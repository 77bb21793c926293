import { mostHouseholds } from '@/domain/votes/vote'
import { votes as contract } from '@/types/votes'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { announced, toAnnounce } from './announce'
import { householdsBelow } from './households'
import { linkProposal } from './linkProposal'
import { prepare } from './prepare'
import { voteForStaff } from './show'
import { votes } from './store'

/** Announces a vote and writes its households down; what is cut off there the sweep goes on with. */
export const open = procedure(contract, 'open', {
  load: toAnnounce,
  place: ({ loaded: { node } }) => node.path,

  async run({ centre, openid, caller, loaded: { _id, node, known }, input: { key, draft }, at }) {
    if (!known) {
      if (node.kind === 'centre') return fail('NotHere')
      const { size } = await householdsBelow(centre, node._id, at)
      if (size === 0) return fail('NobodyThere')
      if (size > mostHouseholds) return fail('TooManyHouseholds', { most: mostHouseholds })
      const { question, explanation, options, from, until, rules, proposal } = draft
      await votes.of(centre).insert(
        await announced(
          { _id, centre, openid, key, by: caller.person.id, node, at },
          {
            kind: 'households',
            ownerRules: null,
            question,
            explanation,
            options,
            from,
            until,
            rules,
            proposal,
          },
        ),
      )
    }
    await linkProposal(centre, _id)
    await prepare(centre, _id, at)
    return voteForStaff(found(await votes.of(centre).get(_id)), null, at)
  },
})
