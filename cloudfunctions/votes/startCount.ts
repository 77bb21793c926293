import { decideStart } from '@/domain/votes/owners'
import { closed } from '@/domain/votes/vote'
import { votes as contract } from '@/types/votes'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { changeVote } from './changeVote'
import { changeRoll, countOf } from './ownersRoll'
import { countShown } from './show'
import { votes } from './store'

/** The list of owners is complete: from here on it stays, and answers are taken. */
export const startCount = procedure(contract, 'startCount', {
  load: countOf,
  place: ({ loaded: { vote } }) => vote.path,

  async run({ centre, loaded: { vote, roll }, input: { key }, at }) {
    const over = closed(vote, at)
    if (over === 'VoteOver' || over === 'CalledOff') return fail(over)
    const started = await changeRoll(roll, (known) => decideStart(known, key))
    // What was cut off between the two steps, the same tap or another one carries through.
    if (vote.state === 'preparing')
      await changeVote(vote, key, (known) => (known.state === 'preparing' ? { state: 'open' } : {}))
    return countShown(found(await votes.of(centre).get(vote._id)), started, at)
  },
})
