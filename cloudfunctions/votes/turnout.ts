import { votes as contract } from '@/types/votes'
import { command } from '../kit/cloud'
import { found } from '../kit/failure'
import { nodesOf } from '../kit/passport'
import { procedure } from '../kit/procedure'
import { nodeNames } from '../residents/homes'
import { count } from './count'
import { voteForStaff } from './show'
import { ballots, ownerRolls, rollId, votes, type BallotDoc, type VoteDoc } from './store'

const { roles } = contract.procedures.turnout.may

/** The database answers 1000 at most, and a page asks for one more than it shows. */
const stretch = 900

/** Where each ballot lies and whether it is cast, and papers to be looked at; what is on it is not read. */
const castBelow = async ({ centre, _id }: VoteDoc, mine: readonly string[]) => {
  const buildings = new Map<string, { households: number; voted: number }>()
  let papersWait = 0
  let after: string | undefined
  do {
    const page: { documents: BallotDoc[]; next: string | null } = await ballots.of(centre).page({
      where: { vote: _id, path: command.in([...mine]) },
      by: ['_id', 'asc'],
      after,
      limit: stretch,
      fields: { building: true, voted: true, paperWaits: true },
    })
    for (const { building, voted, paperWaits } of page.documents) {
      const so = buildings.get(building) ?? { households: 0, voted: 0 }
      buildings.set(building, {
        households: so.households + 1,
        voted: so.voted + (voted ? 1 : 0),
      })
      if (paperWaits) papersWait++
    }
    after = page.next ?? undefined
  } while (after !== undefined)
  return { buildings, papersWait }
}

/** How many households have voted, building by building of the caller's nodes. */
export const turnout = procedure(contract, 'turnout', {
  load: ({ centre, input: { vote } }) => votes.of(centre).get(vote),
  place: ({ loaded }) => found(loaded).reach,

  async run({ centre, caller, loaded, at }) {
    const vote = await count(found(loaded), at)
    const [{ buildings, papersWait }, roll] = await Promise.all([
      castBelow(vote, nodesOf(caller, roles, at)),
      vote.kind === 'owners' ? ownerRolls.of(centre).get(rollId(centre, vote._id)) : null,
    ])
    const names = await nodeNames(centre, [...buildings.keys()])
    return {
      vote: await voteForStaff(vote, roll, at),
      papersWait,
      buildings: [...buildings]
        .map(([id, so]) => ({ id, name: names.get(id) ?? '', ...so }))
        .sort((a, b) => a.name.localeCompare(b.name, 'zh', { numeric: true })),
    }
  },
})
