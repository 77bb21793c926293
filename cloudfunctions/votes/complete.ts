import { closed } from '@/domain/votes/vote'
import type { NoticeEvent } from '@/types/notices'
import { dayMs, type Instant } from '@/types/shared/day'
import { repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { tellAtOnce, type Telling } from '../notices/outbox'
import { count, isToCount } from './count'
import { votersOf } from './households'
import { linkProposal } from './linkProposal'
import { prepare } from './prepare'
import { ballots, votes, type BallotDoc, type VoteDoc } from './store'

const batch = 20

/** Within a tap only the first of them are told; the sweep goes on where it stopped. */
const mostInAct = 5

/** Does all that is due of a vote: writes the households down, counts, reminds, says that it was called off. */
export const complete = async (
  centre: string,
  id: string,
  at: Instant,
  timeLeft?: () => number,
): Promise<void> => {
  await linkProposal(centre, id)
  await prepare(centre, id, at)
  const vote = await votes.of(centre).get(id)
  if (!vote) return
  if (isToCount(vote, at)) await count(vote, at)
  if (!vote.owes) return
  const done = await tellHouseholds(vote, at, timeLeft)
  if (done)
    await repeat(() => votes.of(centre).change(id, { owes: false }, { seq: vote.seq, owes: true }))
}

/**
 * Reminds households without a ballot, or tells those with one that there will be no result. Each is told once: which
 * round it heard stands in its ballot, and whoever is cut off goes on where it stopped.
 */
const tellHouseholds = async (
  vote: VoteDoc,
  at: Instant,
  timeLeft?: () => number,
): Promise<boolean> => {
  const { centre, _id, remindedAt } = vote
  if (vote.kind !== 'households') return true
  const off = vote.state === 'calledOff'
  const round = off ? vote.until : remindedAt
  if (round === null || (!off && closed(vote, at) !== null)) return true
  const store = ballots.of(centre)
  for (let rounds = 0; timeLeft ? timeLeft() > 0 : rounds < mostInAct; rounds++) {
    const { documents } = await store.page({
      where: { vote: _id, voted: off, reminded: command.lt(round) },
      by: ['reminded', 'asc'],
      limit: batch,
      fields: { household: true, reminded: true },
    })
    if (documents.length === 0) return true
    await tellAtOnce(
      centre,
      await tellingsOf(vote, documents, off ? 'voteCalledOff' : 'voteReminder', String(round), at),
    )
    const told = documents.map((one) => one._id)
    await repeat(() =>
      store.changeAll({ _id: command.in(told), reminded: command.lt(round) }, { reminded: round }),
    )
  }
  return false
}

/** What the grown-ups of some households are told of a vote. */
const tellingsOf = async (
  vote: VoteDoc,
  some: readonly Pick<BallotDoc, 'household'>[],
  event: NoticeEvent,
  key: string,
  at: Instant,
): Promise<Telling[]> => {
  const voters = await votersOf(
    vote.centre,
    some.map(({ household }) => household),
    at,
  )
  return [...voters.values()].flat().map((person) => ({
    event,
    person,
    thing: vote._id,
    key,
    data: {
      title: vote.question,
      startsAt: vote.until,
      ...(vote.because !== null && { because: vote.because }),
    },
    due: Math.max(vote.until, at + dayMs),
  }))
}

/** Tells a household that a signed paper stands as its ballot: whoever did not sign one says so in time. */
export const completeBallot = async (centre: string, id: string, at: Instant): Promise<void> => {
  const ballot = await ballots.of(centre).get(id)
  if (!ballot?.owes) return
  const vote = await votes.of(centre).get(ballot.vote)
  if (vote)
    await tellAtOnce(
      centre,
      await tellingsOf(vote, [ballot], 'ballotByPaper', ballot.told ?? '', at),
    )
  await repeat(() =>
    ballots.of(centre).change(id, { owes: false }, { seq: ballot.seq, owes: true }),
  )
}
