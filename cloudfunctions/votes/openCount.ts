import { votes as contract } from '@/types/votes'
import { fail, found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { procedure } from '../kit/procedure'
import { nodes } from '../residents/store'
import { announced } from './announce'
import { linkProposal } from './linkProposal'
import { voteForStaff } from './show'
import { ownerRolls, rollId, votes, type RollDoc } from './store'

/** Announces a count among the owners of a building; they are entered next. */
export const openCount = procedure(contract, 'openCount', {
  load: async ({ centre, openid, input: { key, draft } }) => {
    const _id = hiddenId(centre, 'vt', openid, key)
    const [node, known] = await Promise.all([
      nodes.of(centre).get(draft.node).then(found),
      votes.of(centre).get(_id),
    ])
    return { _id, node, known }
  },
  place: ({ loaded: { node } }) => node.path,

  async run({ centre, openid, caller, loaded: { _id, node, known }, input: { key, draft }, at }) {
    if (!known && node.kind !== 'building') return fail('NotABuilding')
    const { question, explanation, until, rules: ownerRules, proposal } = draft
    const vote =
      known ??
      (await announced(
        { _id, centre, openid, key, by: caller.person.id, node, at },
        {
          kind: 'owners',
          options: [],
          rules: null,
          ownerRules,
          question,
          explanation,
          from: at,
          until,
          proposal,
        },
      ))
    const roll: RollDoc = {
      _id: rollId(centre, _id),
      centre,
      v: 1,
      vote: _id,
      seq: 0,
      keys: [],
      started: false,
      sealed: false,
      owners: {},
      photos: [],
      people: [],
    }
    // Before the vote, which cannot be opened without it.
    await ownerRolls.of(centre).insert(roll)
    if (!known) await votes.of(centre).insert(vote)
    await linkProposal(centre, _id)
    return voteForStaff(found(await votes.of(centre).get(_id)), roll, at)
  },
})
