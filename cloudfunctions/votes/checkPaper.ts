import { decideCheck } from '@/domain/votes/ballot'
import { closed } from '@/domain/votes/vote'
import { votes as contract } from '@/types/votes'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { changeBallot } from './changeBallot'
import { completeBallot } from './complete'
import { ballots, votes } from './store'

/** A second person says whether the picture shows what was entered. */
export const checkPaper = procedure(contract, 'checkPaper', {
  load: async ({ centre, input: { vote, ballot } }) => {
    const [known, one] = await Promise.all([
      votes.of(centre).get(vote).then(found),
      ballots.of(centre).get(ballot).then(found),
    ])
    return { vote: known, ballot: one.vote === vote ? one : fail('NotFound') }
  },
  place: ({ loaded: { ballot } }) => ballot.path,

  async run({ centre, caller, loaded: { vote, ballot }, input: { key, right }, at }) {
    if (!ballot.keys.includes(key)) {
      const over = closed(vote, at)
      if (over) return fail(over)
      if (ballot.household === caller.person.household) return fail('OwnHousehold')
    }
    await changeBallot(ballot, (known) => decideCheck(known, { key, right, by: caller.person.id }))
    await completeBallot(centre, ballot._id, at)
    return { papersWait: await ballots.of(centre).count({ vote: vote._id, paperWaits: true }) }
  },
})
