import {
  decideForget as forgetProposal,
  decideWithdraw as withdrawProposal,
} from '@/domain/proposals/proposal'
import { same, type Decision } from '@/domain/proposals/record'
import { decideForget as forgetTask } from '@/domain/proposals/task'
import { decideForget as forgetWish, decideGiveBack, decideWithdraw } from '@/domain/proposals/wish'
import { dayMs, type Instant } from '@/types/shared/day'
import { repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { changeProposal, changeTask, changeWish } from './follow'
import { complaints, meetings, proposals, settingsOf, tasks, wishes } from './store'

/** No tap has this key: the same erasure, begun again, withdraws nothing twice. */
const key = 'erasure'

/** More than one person has of a kind. */
const most = 200

/** What cannot be withdrawn or given back any more stays as it is. */
const orSame = (decision: Decision): Decision => (decision.outcome === 'refused' ? same : decision)

/**
 * Withdraws what a person wished and proposed, gives back what they claimed, and takes their name, words and pictures
 * out; that somebody co-signed or was at a meeting stays under the person's ids until the record's own end.
 */
export const forget = async (
  centre: string,
  ids: readonly string[],
  at: Instant,
): Promise<void> => {
  const mine = command.in([...ids])
  const act = { key, at, by: ids[0] ?? '' }
  const until = at + (await settingsOf(centre)).settings.wishDays * dayMs

  for (const wish of await wishes.of(centre).find({ where: { person: mine }, limit: most })) {
    await changeWish(wish, (now) => orSame(decideWithdraw(now, act)), at)
    await changeWish(wish, (now) => forgetWish(now, ids, at), at)
  }
  for (const wish of await wishes.of(centre).find({ where: { claimer: mine }, limit: most })) {
    await changeWish(wish, (now) => forgetWish(now, ids, at), at)
    await changeWish(wish, (now) => orSame(decideGiveBack(now, ids, { ...act, until })), at)
  }
  for (const field of ['person', 'firsts', 'people'] as const)
    for (const { _id } of await proposals
      .of(centre)
      .find({ where: { [field]: mine }, limit: most, fields: { _id: true } }))
      await forgetIn(centre, _id, ids, at)
  // Whoever wrote something for somebody else, or merged it, is named by it too.
  for (const store of [wishes.of(centre), proposals.of(centre)])
    await repeat(() => store.changeAll({ by: mine, byName: command.neq(null) }, { byName: '' }))
  for (const task of await tasks.of(centre).find({ where: { owner: mine }, limit: most }))
    await changeTask(task, (now) => forgetTask(now, at), at)
  await repeat(() =>
    complaints.of(centre).changeAll({ person: mine }, { personName: '', words: '' }),
  )
  for (const meeting of await meetings.of(centre).find({ where: { people: mine }, limit: most }))
    for (const id of ids.filter((one) => meeting.claims[one]))
      await repeat(() =>
        meetings
          .of(centre)
          .change(
            meeting._id,
            { [`claims.${id}.name`]: '' },
            { [`claims.${id}`]: command.exists(true) },
          ),
      )
}

const forgetIn = async (
  centre: string,
  id: string,
  ids: readonly string[],
  at: Instant,
): Promise<void> => {
  const proposal = await proposals.of(centre).get(id)
  if (!proposal) return
  const mine = proposal.person !== null && ids.includes(proposal.person)
  if (mine) {
    const act = { key, at, by: proposal.person ?? '' }
    await changeProposal(proposal, (now) => orSame(withdrawProposal(now, act)), at)
  }
  await changeProposal(proposal, (now) => forgetProposal(now, ids, at), at)
}
