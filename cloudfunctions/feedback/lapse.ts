import { decideLapse } from '@/domain/feedback/reporter'
import type { Instant } from '@/types/shared/day'
import { take } from '../kit/step'
import { cases, type CaseDoc } from './store'

/** Ends a case whose time for a word is over. True when there is nothing more to end. */
export const lapse = async (one: CaseDoc, at: Instant): Promise<boolean> => {
  const decided = decideLapse(one, at)
  if (decided.outcome !== 'step') return true
  await take(cases.of(one.centre), one._id, decided.step)
  return false
}
