import type { Decision } from '@/domain/feedback/case'
import type { Instant } from '@/types/shared/day'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import type { Passport } from '../kit/passport'
import { idsOf } from '../kit/subject'
import { complete } from './complete'
import { happened } from './happened'
import { cases, type CaseDoc } from './store'

/** A case that staff may work on: not a sealed one, and not one that is about them. */
export const forWork = (one: CaseDoc | null, caller: Passport): CaseDoc => {
  const known = found(one)
  const about = known.aboutStaff !== null && idsOf(caller.person).includes(known.aboutStaff)
  return known.sealed || about ? fail('NotFound') : known
}

/** Decides on the case as it is now and writes it down, once; then all that follows from it. */
export const worked = async (
  { centre, _id }: CaseDoc,
  at: Instant,
  decision: (now: CaseDoc) => Decision,
): Promise<CaseDoc> => {
  await decide(async () => {
    const now = found(await cases.of(centre).get(_id))
    const decided = decision(now)
    if (decided.outcome === 'refused') return fail(decided.refusal.code, decided.refusal.data)
    if (decided.outcome === 'done') return undefined
    return (await happened(now, decided.step)) ? undefined : again
  })
  await complete(centre, _id, at)
  return found(await cases.of(centre).get(_id))
}
