import { decideCheck } from '@/domain/votes/ballot'
import { closed, unfit } from '@/domain/votes/vote'
import type { Instant } from '@/types/shared/day'
import { votes as contract } from '@/types/votes'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { changeBy } from '../kit/step'
import { idsOf } from '../kit/subject'
import { personNow } from '../residents/store'
import { completeBallot } from './complete'
import { hasDoor } from './households'
import { spokeElsewhere } from './spokeElsewhere'
import { ballots, votes, type BallotDoc, type VoteDoc } from './store'

/** Whether who signed may still speak for the household: they moved, or are not verified any more, since it was entered. */
const signerStands = async (
  vote: VoteDoc,
  { centre, household, paper }: BallotDoc,
  at: Instant,
): Promise<boolean> => {
  const signer = paper && (await personNow(centre, paper.person))
  return (
    signer?.facts.household === household &&
    unfit(signer.facts, hasDoor(signer), at) === null &&
    !(await spokeElsewhere(vote, idsOf(signer.facts), household))
  )
}

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
      if (right && ballot.paper && !(await signerStands(vote, ballot, at)))
        return fail('SignerGone')
    }
    await changeBy(ballots.of(centre), ballot, (known) =>
      decideCheck(known, { key, right, by: idsOf(caller.person) }),
    )
    await completeBallot(centre, ballot._id, at)
    return {}
  },
})
