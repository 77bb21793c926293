import { votes as contract } from '@/types/votes'
import { fail, found } from '../kit/failure'
import { holds } from '../kit/passport'
import { procedure } from '../kit/procedure'
import { publishedBallots, publishedId, votes } from './store'

const { roles } = contract.procedures.turnout.may

/** The ballots of a vote that was counted, by receipt, for who lives there and for its staff. */
export const ballots = procedure(contract, 'ballots', {
  load: ({ centre, input: { vote, after = 0 } }) =>
    publishedBallots.of(centre).get(publishedId(centre, vote, after)),

  async run({ centre, caller, loaded: part, input: { vote }, at }) {
    const { path } = part ?? found(await votes.of(centre).get(vote, { path: true }))
    const lives = caller.person.path.includes(path.at(-1) ?? '')
    if (!lives && !holds(caller, roles, path, at)) return fail('NotFound')
    return part ? { ballots: [...part.ballots], next: part.next } : fail('NotCountedYet')
  },
})
