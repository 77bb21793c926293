import { votes as contract } from '@/types/votes'
import { command } from '../kit/cloud'
import { found } from '../kit/failure'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { papersShown } from './show'
import { ballots, votes } from './store'

const { roles } = contract.procedures.papersToCheck.may

/** Signed papers of the caller's nodes that wait for a second person, with their pictures; once looked at, nobody sees them any more. */
export const papersToCheck = procedure(contract, 'papersToCheck', {
  place: () => anywhere,

  async run({ centre, caller, input: { vote, after }, at }) {
    const { documents, next } = await ballots.of(centre).page({
      where: { vote, paperWaits: true, path: command.in([...nodesOf(caller, roles, at)]) },
      by: ['_id', 'asc'],
      after,
      fields: { centre: true, door: true, paper: true },
    })
    if (documents.length === 0) found(await votes.of(centre).get(vote, { _id: true }))
    return { items: await papersShown(documents, caller), next }
  },
})
