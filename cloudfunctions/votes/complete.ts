import { closed } from '@/domain/votes/vote'
import type { NoticeEvent } from '@/types/notices'
import { dayMs, type Instant } from '@/types/shared/day'
import type { VoteResult } from '@/types/votes'
import { repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { tellAtOnce, type Telling } from '../notices/outbox'
import { count, isToCount } from './count'
import { votersOf } from './households'
import { linkProposal } from './linkProposal'
import { prepare } from './prepare'
import { ballots, optionsOf, votes, type BallotDoc, type VoteDoc } from './store'

const batch = 20

/** Within a tap only the first of them are told; the sweep goes on where it stopped. */
const mostInAct = 5

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
  const vote = isToCount(known, at) ? await count(known, at) : known
  if (!vote.owes) return
  const done = await tellHouseholds(vote, at, timeLeft)
  if (done)
    await repeat(() => votes.of(centre).change(id, { owes: false }, { seq: vote.seq, owes: true }))
}

/** The round in which households hear that a vote began: before any moment at which they are reminded. */
const began = 1

interface Round {
  event: NoticeEvent
  /** Later than that of every round before it. */
  round: Instant
  /** Which households: those with a ballot, those without. */
  voted: readonly boolean[]
}

/** What the households of a vote are to hear at a moment, or null. */
const roundOf = (vote: VoteDoc, at: Instant): Round | null => {
  const { state, until, remindedAt } = vote
  if (state === 'calledOff') return { event: 'voteCalledOff', round: until, voted: [true] }
  if (state === 'ended') return { event: 'voteEnded', round: until, voted: [false, true] }
  if (closed(vote, at) !== null) return null
  return remindedAt === null
    ? { event: 'voteBegan', round: began, voted: [false] }
    : { event: 'voteReminder', round: remindedAt, voted: [false] }
}

/**
 * Tells households that a vote began, reminds those without a ballot, says what came out, or to those who voted that
 * nothing will. Each is told once: which round it heard stands in its ballot, and whoever is cut off goes on where it
 * stopped. False while some are still to be told.
 */
const tellHouseholds = async (
  vote: VoteDoc,
  at: Instant,
  timeLeft?: () => number,
): Promise<boolean> => {
  const { centre, _id } = vote
  if (vote.kind !== 'households') return true
  const due = roundOf(vote, at)
  // What has not begun is told of when it does.
  if (due === null) return vote.state !== 'open' || at >= vote.from
  const { event, round } = due
  const [...voted] = due.voted
  const store = ballots.of(centre)
  for (let rounds = 0; timeLeft ? timeLeft() > 0 : rounds < mostInAct; rounds++) {
    const { documents } = await store.page({
      where: { vote: _id, voted: voted[0] ?? false, reminded: command.lt(round) },
      by: ['reminded', 'asc'],
      limit: batch,
      fields: { household: true, reminded: true },
    })
    if (documents.length === 0) {
      voted.shift()
      if (voted.length === 0) return true
      continue
    }
    await tellAtOnce(centre, await tellingsOf(vote, documents, event, String(round), at))
    const told = documents.map((one) => one._id)
    await repeat(() =>
      store.changeAll({ _id: command.in(told), reminded: command.lt(round) }, { reminded: round }),
    )
  }
  return false
}

/** What came out, in a few words. */
const outcomeOf = (vote: VoteDoc, { enough, carried, most }: VoteResult): string => {
  if (!enough) return '参加的户数不够，这次不算数'
  if (vote.options.length === 0) return carried ? '通过了' : '没有通过'
  const chosen = carried && most !== null ? optionsOf(vote)[most] : undefined
  return chosen === undefined ? '没有选出来' : `选出来的是“${chosen}”`
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
      ...(event === 'voteEnded' && vote.result && { note: outcomeOf(vote, vote.result) }),
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
