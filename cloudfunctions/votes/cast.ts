import { decideCast } from '@/domain/votes/ballot'
import { votes as contract } from '@/types/votes'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { changeBy } from '../kit/step'
import { ofMine, ownIn } from './seen'
import { cannotCast, voteForMe } from './show'
import { ballots, optionsOf, votes } from './store'

/**
 * The ballot of the caller's household. Each household has one document, so that two phones at one door leave one ballot,
 * and what was said last stands. There is no `forResident`: nobody votes in another's place.
 */
export const cast = procedure(contract, 'cast', {
  load: ({ centre, input }) => votes.of(centre).get(input.vote),

  async run({ centre, caller, loaded, input: { key, choice }, at }) {
    const vote = ofMine(loaded, caller)
    const own = await ownIn(vote, caller)
    const cannot = cannotCast(vote, caller.person, own, at)
    // The same tap again is answered as before, also when the vote ended meanwhile.
    if (cannot && !own.ballot?.keys.includes(key)) return fail(cannot)
    const ballot = await changeBy(ballots.of(centre), found(own.ballot), (known) =>
      decideCast(known, { key, choice, options: optionsOf(vote).length, by: caller.person.id, at }),
    )
    return voteForMe({ vote, caller, ...own, ballot, at })
  },
})
