import { levelAbove } from '@/domain/feedback/flow'
import {
  ageInDays,
  followUpAt,
  remindToFollowUp,
  riseSealed,
  type SealedCase,
} from '@/domain/feedback/sealed'
import type { Step } from '@/domain/shared/step'
import type { Instant } from '@/types/shared/day'
import { watchersOf } from './holders'
import { dueAt } from './owner'
import type { CaseDoc } from './store'

export type SealedDoc = CaseDoc & SealedCase

export const isSealed = (one: CaseDoc): one is SealedDoc => one.sealing !== null

/** What the program does by itself in a sealed case; null when nothing is due. */
export const sealedDue = async (one: SealedDoc, at: Instant): Promise<Step | null> => {
  if (one.stage === 'active' && one.due !== null && one.due <= at) return late(one, at)
  const followUp = followUpAt(one)
  return followUp !== null && followUp <= at ? remindToFollowUp(one) : null
}

export const sealedNextAt = (one: SealedDoc): Instant | null => {
  const times = [one.stage === 'active' ? one.due : null, followUpAt(one)]
  const known = times.filter((time) => time !== null)
  return known.length === 0 ? null : Math.min(...known)
}

/** The community hears of it first, then the street too. */
const late = async (one: SealedDoc, at: Instant): Promise<Step> => {
  const above = one.flow && levelAbove(one.flow, one.level)
  const level = above === null || above === 'outside' ? one.level : above
  const [watchers, due] = await Promise.all([
    watchersOf(
      one,
      level === 'street' ? ['communityStaff', 'centreStaff'] : ['communityStaff'],
      at,
    ),
    level === one.level || !one.flow ? null : dueAt(one.flow, level, at),
  ])
  const days = ageInDays(one, at)
  return riseSealed(one, { at, level, due, days, watchers })
}
