import { linkedIn } from '@/domain/votes/owners'
import { closed } from '@/domain/votes/vote'
import type { NoticeEvent } from '@/types/notices'
import { dayMs, type Instant } from '@/types/shared/day'
import type { OwnersResult, VoteResult } from '@/types/votes'
import { repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { tell, tellAtOnce, type Telling } from '../notices/outbox'
import { staffOf } from '../proposals/told'
import { personsNow } from '../residents/store'
import { votersOf } from './households'
import { ballots, optionsOf, ownerRolls, rollId, type BallotDoc, type VoteDoc } from './store'

const batch = 20

/** Within a tap only the first of them are told; the sweep goes on where it stopped. */
const mostInAct = 5

/** The round in which people hear that a vote began: before any moment at which they are reminded. */
const began = 1

interface Said {
  event: NoticeEvent
  note?: string
}

interface Round {
  /** Later than that of every round before it. */
  round: Instant
  /** Which households: those with a ballot, those without. */
  voted: readonly boolean[]
  said: (ballot: Pick<BallotDoc, 'paperWaits'>) => Said
}

/** What came out, in a few words. */
const outcomeOf = (vote: VoteDoc, { enough, carried, most }: VoteResult): string => {
  if (!enough) return '参加的户数不够，这次不算数'
  if (vote.options.length === 0) return carried ? '通过了' : '没有通过'
  const chosen = carried && most !== null ? optionsOf(vote)[most] : undefined
  return chosen === undefined ? '没有选出来' : `选出来的是“${chosen}”`
}

const draftOf = ({ enough, carried }: OwnersResult): string =>
  `${!enough ? '参加的业主不够' : carried ? '参加的和同意的都够了' : '同意的不够'}，算数的是签了字的那张纸`

/** What the households of a vote are to hear at a moment, or null. */
const roundOf = (vote: VoteDoc, at: Instant): Round | null => {
  const { state, until, remindedAt, result } = vote
  if (state === 'calledOff')
    return { round: until, voted: [true], said: () => ({ event: 'voteCalledOff' }) }
  if (state === 'ended') {
    const outcome = result ? outcomeOf(vote, result) : ''
    const late = `${outcome}。您家签字的纸质票到结束也没有核对好，没有算进去，对不起`
    return {
      round: until,
      voted: [false, true],
      said: ({ paperWaits }) => ({ event: 'voteEnded', note: paperWaits ? late : outcome }),
    }
  }
  if (closed(vote, at) !== null) return null
  if (remindedAt === null)
    return { round: began, voted: [false], said: () => ({ event: 'voteBegan' }) }
  const waits = '您家签字的纸质票还没有核对好，核对了才算。想放心，可以自己在手机上投'
  return {
    round: remindedAt,
    voted: [false],
    said: ({ paperWaits }) =>
      paperWaits ? { event: 'voteNews', note: waits } : { event: 'voteReminder' },
  }
}

/**
 * Tells households that a vote began, reminds those without a ballot, says what came out, or to those who voted that
 * nothing will. Each is told once: which round it heard stands in its ballot, and whoever is cut off goes on where it
 * stopped. False while some are still to be told.
 */
export const tellHouseholds = async (
  vote: VoteDoc,
  at: Instant,
  timeLeft?: () => number,
): Promise<boolean> => {
  const { centre, _id } = vote
  const due = roundOf(vote, at)
  // What has not begun is told of when it does.
  if (due === null) return vote.state !== 'open' || at >= vote.from
  const { round, said } = due
  const [...voted] = due.voted
  const store = ballots.of(centre)
  for (let rounds = 0; timeLeft ? timeLeft() > 0 : rounds < mostInAct; rounds++) {
    const { documents } = await store.page({
      where: { vote: _id, voted: voted[0] ?? false, reminded: command.lt(round) },
      by: ['reminded', 'asc'],
      limit: batch,
      fields: { household: true, reminded: true, paperWaits: true },
    })
    if (documents.length === 0) {
      voted.shift()
      if (voted.length === 0) return true
      continue
    }
    await tellAtOnce(centre, await toVoters(vote, documents, said, String(round), at))
    const told = documents.map((one) => one._id)
    await repeat(() =>
      store.changeAll({ _id: command.in(told), reminded: command.lt(round) }, { reminded: round }),
    )
  }
  return false
}

/**
 * The same for the linked owners of a count, and what staff entered for one of them from a paper. Each is told once: what
 * is told has an id of its own.
 */
export const tellOwners = async (vote: VoteDoc, at: Instant): Promise<boolean> => {
  const { centre, _id, state, remindedAt, ownersResult } = vote
  const store = ownerRolls.of(centre)
  const roll = await store.get(rollId(centre, _id))
  if (!roll?.started) return true
  const { owners, toTell, seq } = roll
  const all = linkedIn(owners)
  const silent = linkedIn(
    Object.fromEntries(Object.entries(owners).filter(([, { answer }]) => answer === null)),
  )
  const rounds: { to: readonly string[]; key: string; said: Said }[] =
    state === 'calledOff'
      ? [{ to: all, key: 'calledOff', said: { event: 'voteCalledOff' } }]
      : state === 'ended'
        ? [
            {
              to: all,
              key: 'ended',
              said: { event: 'voteEnded', note: ownersResult ? draftOf(ownersResult) : '' },
            },
          ]
        : [
            {
              to: all,
              key: String(began),
              said: { event: 'voteNews', note: '您是业主，请点开说同意还是不同意' },
            },
            ...(remindedAt === null
              ? []
              : [
                  {
                    to: silent,
                    key: String(remindedAt),
                    said: {
                      event: 'voteNews' as const,
                      note: '快结束了，您还没有答，请点开答一答',
                    },
                  },
                ]),
          ]
  const papers = toTell.flatMap((unit) => {
    const { person, at: entered = null, unit: name = '' } = owners[unit] ?? {}
    const note = `工作人员照签字的纸记下了您对 ${name} 的意见。不是您的意思，请马上告诉社区`
    return person
      ? [
          {
            to: [person],
            key: `paper-${unit}-${entered}`,
            said: { event: 'voteNews' as const, note },
          },
        ]
      : []
  })
  for (const { to, key, said } of [...rounds, ...papers]) {
    const persons = await personsNow(centre, to)
    await tell(
      centre,
      [...new Set(persons.values())].map((person) =>
        tellingOf(vote, { id: person._id, name: person.facts.name }, said, key, at),
      ),
    )
  }
  // Who entered another one meanwhile has raised `seq`: that one is told the next time.
  if (toTell.length > 0)
    await repeat(() => store.change(roll._id, { toTell: command.set([]) }, { seq }))
  return true
}

/** What staff are to hear of a vote: those of its community, else of the centre. */
export const tellStaff = async (
  vote: VoteDoc,
  key: string,
  note: string,
  at: Instant,
): Promise<void> => {
  const ids = await staffOf(vote.centre, vote.path, at)
  await tell(
    vote.centre,
    ids.map((id) => tellingOf(vote, { id, name: '' }, { event: 'voteToDo', note }, key, at)),
  )
}

const tellingOf = (
  { _id, question, until, because }: VoteDoc,
  person: Telling['person'],
  { event, note }: Said,
  key: string,
  at: Instant,
): Telling => ({
  event,
  person,
  thing: _id,
  key,
  data: {
    title: question,
    startsAt: until,
    ...(because !== null && { because }),
    ...(note !== undefined && note !== '' && { note }),
  },
  due: Math.max(until, at + dayMs),
})

/** What the grown-ups of some households are told of a vote. */
const toVoters = async (
  vote: VoteDoc,
  some: readonly Pick<BallotDoc, 'household' | 'paperWaits'>[],
  said: Round['said'],
  key: string,
  at: Instant,
): Promise<Telling[]> => {
  const voters = await votersOf(
    vote.centre,
    some.map(({ household }) => household),
    at,
  )
  return some.flatMap((ballot) =>
    (voters.get(ballot.household) ?? []).map((person) =>
      tellingOf(vote, person, said(ballot), key, at),
    ),
  )
}

/** Tells a household that a signed paper stands as its ballot, or that it came back; who entered it hears that too. */
export const tellOfPaper = async (vote: VoteDoc, ballot: BallotDoc, at: Instant): Promise<void> => {
  const { centre, news, door } = ballot
  if (news === null) return
  const { key, back } = news
  const said: Said =
    back === null
      ? { event: 'ballotByPaper' }
      : {
          event: 'voteNews',
          note: '您家签字的纸质票和录的对不上，退回了，还没有算。请在手机上投，或者请工作人员再来一趟',
        }
  const tellings = await toVoters(vote, [ballot], () => said, key, at)
  const person = back === null ? null : { id: back, name: '' }
  const note = `${door} 的纸质票退回来了，请看清楚再录一次`
  await tellAtOnce(centre, [
    ...tellings,
    ...(person ? [tellingOf(vote, person, { event: 'voteToDo', note }, key, at)] : []),
  ])
}
