import type { News } from '@/domain/feedback/case'
import { levelOfReopened } from '@/domain/feedback/reporter'
import { reopenedSealed } from '@/domain/feedback/sealed'
import type { Post } from '@/domain/feedback/working'
import type { StaffRole } from '@/types/shared/roles'
import type { Instant } from '@/types/shared/day'
import { found } from '../kit/failure'
import { watchersOf } from './holders'
import { dueAt } from './owner'
import type { SealedDoc } from './sealedDue'

/** Where a sealed case is watched that was not solved; who mediates goes on with it. */
export const sealedAbove = async (
  one: SealedDoc,
  at: Instant,
): Promise<Post & { state: 'taken'; news: readonly News[] }> => {
  const flow = found(one.flow)
  const level = levelOfReopened(flow, one.level)
  const above: StaffRole = level === 'street' ? 'centreStaff' : 'communityStaff'
  const [due, watchers] = await Promise.all([dueAt(flow, level, at), watchersOf(one, [above], at)])
  const { owner, ownerName } = one
  return { level, due, owner, ownerName, state: 'taken', news: [reopenedSealed(one, watchers, at)] }
}
