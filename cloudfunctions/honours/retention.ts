import { dayMs, addMonths, dayOf, monthOf } from '@/types/shared/day'
import { command } from '../kit/cloud'
import type { Job } from '../kit/jobs'
import { removeSome } from '../kit/removal'
import { certificates, monthMinutes, thanksNotes } from './store'

/** Messages are kept for two years. */
const thanksMs = 2 * 365 * dayMs

/** A school or an employer may ask as long as that; the hours themselves stay in the ledger. */
const papersMs = 5 * 365 * dayMs

/** The months that hours of the last year count in. */
const monthsRanked = 13

/** What is too old goes: thanks, papers, and what months were ranked by. */
export const forgetOld: Job['run'] = async ({ centre, at }) => {
  const first = addMonths(monthOf(dayOf(at)), -monthsRanked)
  const steps = [
    await removeSome(thanksNotes.of(centre), { at: command.lt(at - thanksMs) }),
    await removeSome(certificates.of(centre), { at: command.lt(at - papersMs) }),
    await removeSome(monthMinutes.of(centre), { month: command.lt(first) }),
  ]
  return {
    handled: steps.reduce((sum, { handled }) => sum + handled, 0),
    cursor: steps.some(({ cursor }) => cursor !== null) ? 'more' : null,
  }
}
