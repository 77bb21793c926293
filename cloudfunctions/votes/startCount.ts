import { decideStart } from '@/domain/votes/owners'
import { votes as contract } from '@/types/votes'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { changeBy } from '../kit/step'
import { changeVote } from './changeVote'
import { complete } from './complete'
import { countOf, refuseOver } from './ownersRoll'
import { countShown } from './show'
import { ownerRolls, votes } from './store'

/** The list of owners is complete: from here on it stays, answers are taken, and linked owners hear of it. */
export const startCount = procedure(contract, 'startCount', {
  load: countOf,
  place: ({ loaded: { vote } }) => vote.path,

  async run({ centre, loaded: { vote, roll }, input: { key }, at }) {
    refuseOver(vote, at)
    const started = await changeBy(ownerRolls.of(centre), roll, (known) => decideStart(known, key))
    // What was cut off between the two steps, the same tap or another one carries through.
    if (vote.state === 'preparing')
      await changeVote(vote, key, (known) =>
        known.state === 'preparing' ? { state: 'open', owes: true } : {},
      )
    await complete(centre, vote._id, at)
    return countShown(found(await votes.of(centre).get(vote._id)), started, at)
  },
})
