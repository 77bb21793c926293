import { votes as contract } from '@/types/votes'
import { command } from '../kit/cloud'
import { procedure } from '../kit/procedure'
import { maySee } from './show'
import { ballotId, ballots } from './store'

/** Read beside the list, which is there at once: a household knows of its own ballots only. */
export const voted = procedure(contract, 'voted', {
  async run({ centre, caller, input: { votes }, at }) {
    const { household } = caller.person
    if (household === null || votes.length === 0 || !maySee(caller, at)) return { items: [] }
    const own = await ballots.of(centre).find({
      where: { _id: command.in(votes.map((vote) => ballotId(centre, vote, household))) },
      limit: votes.length,
      fields: { vote: true, voted: true },
    })
    return { items: own.map(({ vote, voted }) => ({ vote, voted })) }
  },
})
