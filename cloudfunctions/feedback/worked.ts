import type { Decision } from '@/domain/feedback/case'
import type { Instant } from '@/types/shared/day'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { complete } from './complete'
import { happened, hasRoom } from './happened'
import { cases, type CaseDoc } from './store'

/**
 * Decides on the case as it is now and writes it down, once; then all that follows from it. `full` is what somebody is
 * told whose words find no room in it.
 */
export const worked = async (
  { centre, _id }: CaseDoc,
  at: Instant,
  decision: (now: CaseDoc) => Decision | Promise<Decision>,
  full = 'LineFull',
): Promise<CaseDoc> => {
  await decide(async () => {
    const now = found(await cases.of(centre).get(_id))
    const decided = await decision(now)
    if (decided.outcome === 'refused') return fail(decided.refusal.code, decided.refusal.data)
    if (decided.outcome === 'done') return undefined
    if (!hasRoom(now, decided.step)) return fail(full)
    return (await happened(now, decided.step)) ? undefined : again
  })
  await complete(centre, _id, at)
  return found(await cases.of(centre).get(_id))
}
