import type { Instant } from '@/types/shared/day'
import type { Meeting } from './meeting'
import { decideDecided, decideDiscussed, type Proposal } from './proposal'
import type { Decision } from './record'

/** What a meeting says of one proposal of its agenda: that it will be talked about, or what came of it. */
export const decideMinutesOf = (
  meeting: Meeting & { _id: string },
  proposal: Proposal & { _id: string },
  at: Instant,
): Decision => {
  const item = meeting.agenda.find((one) => one.proposal === proposal._id)
  return item?.decision
    ? decideDecided(proposal, { meeting: meeting._id, kind: item.decision.kind, at })
    : decideDiscussed(proposal, meeting._id, at)
}
