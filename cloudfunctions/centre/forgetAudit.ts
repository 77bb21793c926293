import { auditKept, keptLongEnough } from '@/domain/centre/retention'
import { dayOf, instantOf } from '@/types/shared/day'
import { audit } from '../kit/audit'
import { command } from '../kit/cloud'
import type { JobRun } from '../kit/jobs'
import { removeSome } from '../kit/removal'

/** Removes entries whose years are over, one stretch of the table of years after another. */
export const forgetAudit = async ({ centre, at }: JobRun) => {
  for (const { from, before } of keptLongEnough(auditKept, dayOf(at))) {
    const removed = await removeSome(audit.of(centre), {
      at: command.gte(instantOf(from)).and(command.lt(instantOf(before))),
    })
    if (removed.handled > 0) return { ...removed, cursor: 'more' }
  }
  return { handled: 0, cursor: null }
}
