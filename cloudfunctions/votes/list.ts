import { votes as contract } from '@/types/votes'
import { command } from '../kit/cloud'
import { procedure } from '../kit/procedure'
import { audiencesOf } from './seen'
import { linesForMe } from './show'
import { ballotId, ballots, lineFields, votes } from './store'

/** Votes of all places above the caller's home, and those in which they are asked as an owner. */
export const list = procedure(contract, 'list', {
  async run({ centre, caller, input: { after }, at }) {
    const { household } = caller.person
    const { documents, next } = await votes.of(centre).page({
      where: { audience: command.in(audiencesOf(caller.person)) },
      by: ['until', 'desc'],
      after,
      fields: lineFields,
    })
    const own =
      household === null || documents.length === 0
        ? []
        : await ballots.of(centre).find({
            where: {
              _id: command.in(documents.map(({ _id }) => ballotId(centre, _id, household))),
            },
            limit: documents.length,
            fields: { vote: true, voted: true },
          })
    const byVote = new Map(own.map((ballot) => [ballot.vote, ballot]))
    return { items: linesForMe(documents, caller, byVote, at), next }
  },
})
