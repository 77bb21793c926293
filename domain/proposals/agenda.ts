import type { Instant } from '@/types/shared/day'
import type { Meeting } from './meeting'
import { decideDecided, decideDiscussed, decideNotDiscussed, type Proposal } from './proposal'
import type { Decision } from './record'

/** What a meeting says of one proposal: that it will be talked about, what came of it, or that it is not any more. */
export const decideMinutesOf = (
  meeting: Meeting & { _id: string },
  proposal: Proposal & { _id: string },
  at: Instant,
): Decision => {
  const { _id, startsAt, state, agenda } = meeting
  const of = { meeting: _id, startsAt, at }
  const item = agenda.find((one) => one.proposal === proposal._id)
  if (!item || state === 'calledOff') return decideNotDiscussed(proposal, _id, at)
  return item.decision
    ? decideDecided(proposal, { ...of, kind: item.decision.kind })
    : decideDiscussed(proposal, of)
}
