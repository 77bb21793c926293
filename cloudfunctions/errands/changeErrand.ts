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

/** Changes an errand by a rule, as long as what the rule saw still holds. */
const step = (first: ErrandDoc, rule: (errand: ErrandDoc) => Decision): Promise<void> => {
  const store = errands.of(first.centre)
  return decide(async (round) => {
    const decision = rule(round === 0 ? first : found(await store.get(first._id)))
    if (decision.outcome === 'refused') return fail(decision.refusal.code, decision.refusal.data)
    if (decision.outcome === 'same') return
    return (await take(store, first._id, decision.step)) ? undefined : again
  })
}

/** The same, without what follows from it: whoever calls it carries that through. The errand as it is then. */
export const changed = async (
  first: ErrandDoc,
  rule: (errand: ErrandDoc) => Decision,
): Promise<ErrandDoc> => {
  await step(first, rule)
  return found(await errands.of(first.centre).get(first._id))
}

/** Does what follows from a change. The errand as it is then. */
export const carriedThrough = async (
  { _id, centre }: ErrandDoc,
  at: Instant,
): Promise<ErrandDoc> => {
  await complete(centre, _id, at)
  return found(await errands.of(centre).get(_id))
}

/** Changes an errand by a rule and does what follows from it. The errand as it is then. */
export const changeErrand = async (
  first: ErrandDoc,
  rule: (errand: ErrandDoc) => Decision,
  at: Instant,
): Promise<ErrandDoc> => {
  const { _id, centre } = first
  await step(first, rule)
  await complete(centre, _id, at)
  return found(await errands.of(centre).get(_id))
}
