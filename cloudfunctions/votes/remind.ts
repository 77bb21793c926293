import { closed, remindedOn } from '@/domain/votes/vote'
import { votes as contract } from '@/types/votes'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { changeVote } from './changeVote'
import { complete } from './complete'
import { voteForStaff } from './show'
import { votes } from './store'

/** Households without a ballot hear of the vote once more. */
export const remind = procedure(contract, 'remind', {
  load: ({ centre, input: { vote } }) => votes.of(centre).get(vote),
  place: ({ loaded }) => found(loaded).path,

  async run({ centre, loaded, input: { key }, at }) {
    const vote = await changeVote(found(loaded), key, (known) => {
      const over = closed(known, at)
      if (over) return fail(over)
      if (remindedOn(known.remindedAt, at)) return fail('RemindedToday')
      return { remindedAt: at, owes: true }
    })
    await complete(centre, vote._id, at)
    return voteForStaff(vote, null, at)
  },
})
