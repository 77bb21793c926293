import type { BallotDecision } from '@/domain/votes/ballot'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { take } from '../kit/step'
import { ballots, type BallotDoc } from './store'

/** Changes a ballot by a rule, as long as what the rule saw still holds: of two at once one reads again. */
export const changeBallot = async (
  first: BallotDoc,
  rule: (ballot: BallotDoc) => BallotDecision,
): Promise<BallotDoc> => {
  const store = ballots.of(first.centre)
  await decide(async (round) => {
    const decision = rule(round === 0 ? first : found(await store.get(first._id)))
    if (decision.outcome === 'refused') return fail(decision.refusal.code, decision.refusal.data)
    if (decision.outcome === 'same') return
    return (await take(store, first._id, decision.step)) ? undefined : again
  })
  return found(await store.get(first._id))
}
