import type { RollDecision } from '@/domain/votes/owners'
import type { Instant } from '@/types/shared/day'
import type { OwnersCount } from '@/types/votes'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { take } from '../kit/step'
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

/** Changes the list by a rule, as long as what the rule saw still holds. */
export const changeRoll = async (
  first: RollDoc,
  rule: (roll: RollDoc) => RollDecision,
): Promise<RollDoc> => {
  const store = ownerRolls.of(first.centre)
  await decide(async (round) => {
    const decision = rule(round === 0 ? first : found(await store.get(first._id)))
    if (decision.outcome === 'refused') return fail(decision.refusal.code, decision.refusal.data)
    if (decision.outcome === 'same') return
    return (await take(store, first._id, decision.step)) ? undefined : again
  })
  return found(await store.get(first._id))
}

/** The same, and the count as staff see it then. */
export const rollChanged = async (
  { vote, roll }: Counted,
  rule: (roll: RollDoc) => RollDecision,
  at: Instant,
): Promise<OwnersCount> => countShown(vote, await changeRoll(roll, rule), at)
