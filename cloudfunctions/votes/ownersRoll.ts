import type { Decision } from '@/domain/shared/step'
import { closed } from '@/domain/votes/vote'
import type { Instant } from '@/types/shared/day'
import type { OwnersCount } from '@/types/votes'
import { fail, found } from '../kit/failure'
import { changeBy } from '../kit/step'
import { complete } from './complete'
import { countShown } from './show'
import { ownerRolls, rollId, votes, type RollDoc, type VoteDoc } from './store'

export interface Counted {
  vote: VoteDoc
  roll: RollDoc
}

/** An owners' count with its list. */
export const countOf = async ({
  centre,
  input: { vote },
}: {
  centre: string
  input: { vote: string }
}): Promise<Counted> => {
  const [known, roll] = await Promise.all([
    votes.of(centre).get(vote).then(found),
    ownerRolls.of(centre).get(rollId(centre, vote)),
  ])
  return { vote: known, roll: roll ?? fail('NotACount') }
}

/** Ends the procedure where the count is over; one that did not begin goes on. */
export const refuseOver = (vote: VoteDoc, at: Instant): void => {
  const over = closed(vote, at)
  if (over === 'VoteOver' || over === 'CalledOff') fail(over)
}

/** Changes the list by a rule, does what follows from it, and shows the count as staff see it then. */
export const rollChanged = async (
  { vote, roll }: Counted,
  rule: (roll: RollDoc) => Decision,
  at: Instant,
): Promise<OwnersCount> => {
  const next = await changeBy(ownerRolls.of(vote.centre), roll, rule)
  await complete(vote.centre, vote._id, at)
  return countShown(vote, next, at)
}
