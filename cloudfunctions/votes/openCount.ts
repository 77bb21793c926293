import { linkedIn, unanswered, type OwnerEntries } from '@/domain/votes/owners'
import { votes as contract } from '@/types/votes'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { announced, toAnnounce } from './announce'
import { completeRoll } from './completeRoll'
import { linkProposal } from './linkProposal'
import type { NodeDoc } from '../residents/store'
import { voteForStaff } from './show'
import { ownerId, ownerKey, ownerRolls, rollId, votes, type RollDoc } from './store'

/** The owners of another count of the same building: nobody types four hundred of them twice. */
const ownersAsIn = async (
  { centre, _id }: NodeDoc,
  from: string,
  vote: string,
): Promise<OwnerEntries> => {
  const [other, roll] = await Promise.all([
    votes.of(centre).get(from, { node: true }),
    ownerRolls.of(centre).get(rollId(centre, from)),
  ])
  if (other?.node !== _id || !roll) return fail('AnotherBuilding')
  return Object.fromEntries(
    Object.values(roll.owners).map((entry) => [
      ownerId(centre, vote, entry.unit),
      { ...entry, ...unanswered, owner: ownerKey(centre, vote, entry.name) },
    ]),
  )
}

/** Announces a count among the owners of a building; they are entered next, or are those of an earlier one. */
export const openCount = procedure(contract, 'openCount', {
  load: toAnnounce,
  place: ({ loaded: { node } }) => node.path,

  async run({ centre, openid, caller, loaded: { _id, node, known }, input: { key, draft }, at }) {
    if (!known && node.kind !== 'building') return fail('NotABuilding')
    const { question, explanation, until, rules: ownerRules, proposal, copy } = draft
    const owners = known || copy === undefined ? {} : await ownersAsIn(node, copy, _id)
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
      owners,
      photos: [],
      people: linkedIn(owners),
      toTell: [],
    }
    // Before the vote, which cannot be opened without it.
    await ownerRolls.of(centre).insert(roll)
    if (!known) await votes.of(centre).insert(vote)
    await linkProposal(centre, _id)
    await completeRoll(centre, _id)
    return voteForStaff(found(await votes.of(centre).get(_id)), roll, at)
  },
})
