import { overStates } from '@/domain/proposals/wish'
import { dayMs } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { removeFiles } from '../kit/files'
import type { Job } from '../kit/jobs'
import { removeSome } from '../kit/removal'
import { forgetChecks } from '../media/checks'
import { coSignForms, proposalPhotos } from './pictures'
import { complaints, hands, meetings, proposals, tasks, wishes } from './store'

/** Wishes are kept for a year from when they ended, what was said against something as long; what was decided, five. */
const wishMs = 366 * dayMs
const decidedMs = 5 * 366 * dayMs

/** So many with pictures in one run. */
const batch = 20

/** What is old goes, with its pictures. */
export const forgetOld: Job['run'] = async ({ centre, at }) => {
  const oldWishes = { state: command.in(overStates), changedAt: command.lt(at - wishMs) }
  const oldProposals = { at: command.lt(at - decidedMs) }
  let handled = 0
  for (const [store, where] of [
    [wishes.of(centre), oldWishes],
    [proposals.of(centre), oldProposals],
  ] as const) {
    const old = await store.find({ where, limit: batch, fields: { _id: true } })
    for (const { _id } of old) {
      const files = [...(await proposalPhotos(centre, _id)), ...(await coSignForms(centre, _id))]
      await removeFiles(files)
      await forgetChecks(centre, _id)
      await store.remove(_id)
    }
    handled += old.length
  }
  const rest = [
    await removeSome(complaints.of(centre), { at: command.lt(at - wishMs) }),
    await removeSome(meetings.of(centre), { at: command.lt(at - decidedMs) }),
    await removeSome(tasks.of(centre), { at: command.lt(at - decidedMs) }),
    await removeSome(hands.of(centre), { at: command.lt(at - dayMs) }),
  ]
  return { handled: handled + rest.reduce((sum, one) => sum + one.handled, 0), cursor: null }
}
