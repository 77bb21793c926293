import { votes as contract } from '@/types/votes'
import { refuseBadWords } from '../media/words'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { changeVote } from './changeVote'
import { complete } from './complete'
import { voteForStaff } from './show'
import { votes } from './store'

/** There will be no result; who voted is told why, and so are the owners who were asked. */
export const callOff = procedure(contract, 'callOff', {
  load: ({ centre, input: { vote } }) => votes.of(centre).get(vote),
  place: ({ loaded }) => found(loaded).path,

  async run({ centre, openid, loaded, input: { key, because }, at }) {
    const first = found(loaded)
    if (!first.keys.includes(key)) await refuseBadWords(openid, [because])
    const vote = await changeVote(first, key, (known) => {
      if (known.state === 'calledOff') return fail('CalledOff')
      if (known.state === 'ended' || at >= known.until) return fail('VoteOver')
      return { state: 'calledOff', because, owes: true }
    })
    await complete(centre, vote._id, at)
    return voteForStaff(vote, null, at)
  },
})
