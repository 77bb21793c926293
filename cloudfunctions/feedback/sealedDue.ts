import { levelAbove } from '@/domain/feedback/flow'
import {
  ageInDays,
  followUpAt,
  forgetAt,
  remindToFollowUp,
  riseSealed,
  type SealedCase,
} from '@/domain/feedback/sealed'
import type { Step } from '@/domain/shared/step'
import type { Instant } from '@/types/shared/day'
import { removeFiles } from '../kit/files'
import { forgetChecks } from '../media/checks'
import { caseFiles } from './files'
import { holdersOf } from './holders'
import { dueAt } from './owner'
import { sealedContents, type CaseDoc } from './store'

export type SealedDoc = CaseDoc & SealedCase

export const isSealed = (one: CaseDoc): one is SealedDoc => one.sealing !== null

/** What the program does by itself in a sealed case; null when nothing is due. */
export const sealedDue = async (one: SealedDoc, at: Instant): Promise<Step | null> => {
  if (one.stage === 'active' && one.due !== null && one.due <= at) return late(one, at)
  if (isOver(followUpAt(one), at)) return remindToFollowUp(one)
  return isOver(forgetAt(one), at) ? forgotten(one) : null
}

export const sealedNextAt = (one: SealedDoc): Instant | null => {
  const times = [one.stage === 'active' ? one.due : null, followUpAt(one), forgetAt(one)]
  const known = times.filter((time) => time !== null)
  return known.length === 0 ? null : Math.min(...known)
}

const isOver = (time: Instant | null, at: Instant): boolean => time !== null && time <= at

/** The community hears of it first, then the street too. */
const late = async (one: SealedDoc, at: Instant): Promise<Step> => {
  const above = one.flow && levelAbove(one.flow, one.level)
  const level = above === null || above === 'outside' ? one.level : above
  const [watchers, due] = await Promise.all([
    holdersOf(one, level === 'street' ? ['communityStaff', 'centreStaff'] : ['communityStaff'], at),
    level === one.level || !one.flow ? null : dueAt(one.flow, level, at),
  ])
  const days = ageInDays(one, at)
  return riseSealed(one, { at, level, due, days, watchers: watchers.map(({ id }) => id) })
}

/** What was said goes, and who said it; that there was a case, and how it went, stays. */
const forgotten = async (one: SealedDoc): Promise<Step> => {
  await removeFiles(await caseFiles(one.centre, one._id))
  await sealedContents.of(one.centre).remove(one._id)
  await forgetChecks(one.centre, one._id)
  return {
    guard: { equal: { rev: one.rev } },
    change: {
      set: {
        'sealing.forgotten': true,
        sealedAuthor: null,
        followers: [],
        steps: one.steps.map(({ hidden: _hidden, ...step }) => step),
      },
      inc: { rev: 1 },
    },
  }
}
