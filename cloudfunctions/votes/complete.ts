import type { Instant } from '@/types/shared/day'
import { repeat } from '../kit/attempts'
import { completeRoll } from './completeRoll'
import { count } from './count'
import { linkProposal } from './linkProposal'
import { prepare } from './prepare'
import { ballots, votes } from './store'
import { tellHouseholds, tellOfPaper, tellOwners } from './told'

/** Does all that is due of a vote: writes the households down, counts, and tells them what they are to hear of it. */
export const complete = async (
  centre: string,
  id: string,
  at: Instant,
  timeLeft?: () => number,
): Promise<void> => {
  await linkProposal(centre, id)
  await prepare(centre, id, at)
  const known = await votes.of(centre).get(id)
  if (!known) return
  await count(known, at)
  await completeRoll(centre, id)
  const vote = await votes.of(centre).get(id)
  if (!vote?.owes) return
  const done =
    vote.kind === 'owners' ? await tellOwners(vote, at) : await tellHouseholds(vote, at, timeLeft)
  if (done)
    await repeat(() => votes.of(centre).change(id, { owes: false }, { seq: vote.seq, owes: true }))
}

/** Tells what became of a signed paper: whoever did not sign one says so in time. */
export const completeBallot = async (centre: string, id: string, at: Instant): Promise<void> => {
  const ballot = await ballots.of(centre).get(id)
  if (!ballot?.owes) return
  const vote = await votes.of(centre).get(ballot.vote)
  if (vote) await tellOfPaper(vote, ballot, at)
  await repeat(() =>
    ballots.of(centre).change(id, { owes: false }, { seq: ballot.seq, owes: true }),
  )
}
