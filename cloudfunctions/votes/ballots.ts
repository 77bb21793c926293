import { votes as contract } from '@/types/votes'
import { fail, found } from '../kit/failure'
import { holds } from '../kit/passport'
import { procedure } from '../kit/procedure'
import { publishedBallots, publishedId, votes } from './store'

const { roles } = contract.procedures.turnout.may

/** The ballots of a vote that ended, by receipt, for who lives there and for its staff. */
export const ballots = procedure(contract, 'ballots', {
  load: async ({ centre, input: { vote, after = 0 } }) => {
    const [known, part, next] = await Promise.all([
      votes.of(centre).get(vote).then(found),
      publishedBallots.of(centre).get(publishedId(centre, vote, after)),
      publishedBallots.of(centre).get(publishedId(centre, vote, after + 1), { vote: true }),
    ])
    return { vote: known, part, next: next ? after + 1 : null }
  },

  async run({ caller, loaded: { vote, part, next }, at }) {
    const lives = caller.person.path.includes(vote.node)
    if (!lives && !holds(caller, roles, vote.path, at)) return fail('NotFound')
    if (vote.state !== 'ended' || !part) return fail('NotCountedYet')
    return { ballots: [...part.ballots], next }
  },
})
