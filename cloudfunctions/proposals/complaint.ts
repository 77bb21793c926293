import { decideHide as hideProposal } from '@/domain/proposals/proposal'
import { decideHide as hideWish } from '@/domain/proposals/wish'
import type { VoiceComplaint } from '@/types/proposals'
import { dayMs, type Instant } from '@/types/shared/day'
import { repeat } from '../kit/attempts'
import { tellAtOnce } from '../notices/outbox'
import { changeProposal, changeWish } from './follow'
import { complaints, proposals, wishes, type ComplaintDoc } from './store'
import { staffOf } from './told'

/** Does what follows from a complaint: staff hear of it; what it is about is hidden; who complained is told. */
export const completeComplaint = async (complaint: ComplaintDoc, at: Instant): Promise<void> => {
  if (!complaint.owes) return
  const { centre, _id, of, thing, state, path, title, person, personName, by, answer } = complaint
  const { answerKey } = complaint
  const data = { title, note: answer ?? '有人对公开的内容有意见，请看一看' }
  const due = at + 3 * dayMs
  if (state === 'waiting') {
    const ids = await staffOf(centre, path, at)
    await tellAtOnce(
      centre,
      ids.map((id) => ({
        ...{ event: 'proposalCare', person: { id, name: '' }, thing: _id, key: 'complaint' },
        ...{ data, due },
      })),
    )
  } else {
    await settle(complaint, at)
    const event = of === 'wish' ? 'wishNews' : 'proposalNews'
    await tellAtOnce(centre, [
      {
        ...{ event, person: { id: person, name: personName }, actor: by === person ? null : by },
        ...{
          // What is hidden now leads nowhere: the answer says it all.
          thing: state === 'hidden' ? null : thing,
          key: `${_id}-${answerKey ?? ''}`,
          data: { ...data, note: `您提的意见有回音了。${answer ?? ''}` },
          due,
        },
      },
    ])
  }
  await repeat(() => complaints.of(centre).change(_id, { owes: false }, { state, answerKey }))
}

/** Hides what it is about, or puts back what was hidden because of it. */
const settle = async (
  { centre, of, thing, answeredBy, state, answerKey, wasHidden }: ComplaintDoc,
  at: Instant,
): Promise<void> => {
  const hide = state === 'hidden'
  if (!hide && !wasHidden) return
  const act = { key: answerKey ?? '', at, by: answeredBy ?? '', hide }
  if (of === 'wish') {
    const wish = await wishes.of(centre).get(thing)
    if (wish) await changeWish(wish, (now) => hideWish(now, act), at)
    return
  }
  const proposal = await proposals.of(centre).get(thing)
  if (proposal) await changeProposal(proposal, (now) => hideProposal(now, act), at)
}

export const complaintShown = (complaint: ComplaintDoc): VoiceComplaint => {
  const { _id, of, thing, title, words, state, answer, at } = complaint
  return { id: _id, of, thing, title, words, state, answer, at }
}
