import { repeat } from '../kit/attempts'
import { linkVote } from '../proposals/links'
import { votes } from './store'

/** Says on the proposal a vote came from that there is one. Safe to repeat. */
export const linkProposal = async (centre: string, id: string): Promise<void> => {
  const vote = await votes.of(centre).get(id, { proposal: true, toLink: true })
  if (!vote?.toLink || vote.proposal === null) return
  await linkVote(centre, vote.proposal, id)
  await repeat(() => votes.of(centre).change(id, { toLink: false }, { toLink: true }))
}
