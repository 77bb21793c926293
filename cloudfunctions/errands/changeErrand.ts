import type { Decision } from '@/domain/errands/errand'
import type { Instant } from '@/types/shared/day'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import type { Facts } from '../kit/passport'
import { take } from '../kit/step'
import { idsOf } from '../kit/subject'
import { complete } from './complete'
import { errands, type ErrandDoc } from './store'

/** An errand of a person; of somebody else's nobody learns that it is there. */
export const theirs = (errand: ErrandDoc | null, subject: Facts): ErrandDoc => {
  const known = found(errand)
  return idsOf(subject).includes(known.person) ? known : fail('NotFound')
}

/**
 * Changes an errand by a rule, as long as what the rule saw still holds, and does what follows from it. The errand as it
 * is then.
 */
export const changeErrand = async (
  first: ErrandDoc,
  rule: (errand: ErrandDoc) => Decision,
  at: Instant,
): Promise<ErrandDoc> => {
  const { _id, centre } = first
  const store = errands.of(centre)
  await decide(async (round) => {
    const decision = rule(round === 0 ? first : found(await store.get(_id)))
    if (decision.outcome === 'refused') return fail(decision.refusal.code, decision.refusal.data)
    if (decision.outcome === 'same') return
    return (await take(store, _id, decision.step)) ? undefined : again
  })
  await complete(centre, _id, at)
  return found(await store.get(_id))
}
