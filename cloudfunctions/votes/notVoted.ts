import { votes as contract } from '@/types/votes'
import { command } from '../kit/cloud'
import { found } from '../kit/failure'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { votersOf } from './households'
import { ballots, votes } from './store'

const { roles } = contract.procedures.notVoted.may

/** Households of the caller's nodes whose ballot is not cast yet, with who may cast it. */
export const notVoted = procedure(contract, 'notVoted', {
  place: () => anywhere,

  async run({ centre, caller, input: { vote, building, after }, at }) {
    const { documents, next } = await ballots.of(centre).page({
      where: {
        vote,
        voted: false,
        path: command.in([...nodesOf(caller, roles, at)]),
        ...(building !== undefined && { building }),
      },
      by: ['door', 'asc'],
      after,
      fields: { building: true, household: true, door: true, paperWaits: true },
    })
    if (documents.length === 0) found(await votes.of(centre).get(vote, { _id: true }))
    const voters = await votersOf(
      centre,
      documents.map(({ household }) => household),
      at,
    )
    return {
      items: documents.map(({ _id, building: lies, household, door, paperWaits }) => ({
        id: _id,
        building: lies,
        door,
        people: voters.get(household) ?? [],
        paperWaits,
      })),
      next,
    }
  },
})
