import { closed, mayRemind, unfit } from '@/domain/votes/vote'
import type { Instant } from '@/types/shared/day'
import type {
  CannotVote,
  Owner,
  OwnersCount,
  PaperBallot,
  Vote,
  VoteForMe,
  VoteForStaff,
  VoteLine,
} from '@/types/votes'
import { ownersTally } from '@/domain/votes/owners'
import { found } from '../kit/failure'
import { addressesOf } from '../kit/files'
import type { Facts, Passport } from '../kit/passport'
import { idsOf } from '../kit/subject'
import { personsNow } from '../residents/store'
import type { Own } from './seen'
import { ballots, optionsOf, type BallotDoc, type RollDoc, type VoteDoc } from './store'

/** A line of a list. */
export const lineOf = (vote: VoteDoc): VoteLine => ({
  id: vote._id,
  kind: vote.kind,
  question: vote.question,
  yesNo: vote.options.length === 0,
  node: vote.node,
  nodeName: vote.nodeName,
  from: vote.from,
  until: vote.until,
  state: vote.state,
  households: vote.households,
  cameLater: vote.cameLater,
  result: vote.result,
  ownersResult: vote.ownersResult,
  papersLeft: vote.papersLeft,
  proposal: vote.proposal,
})

const voteOf = (vote: VoteDoc): Vote => ({
  ...lineOf(vote),
  explanation: vote.explanation,
  options: [...optionsOf(vote)],
  rules: vote.rules,
  ownerRules: vote.ownerRules,
  because: vote.because,
})

/** Whether somebody may see, and cast, the ballot of their household; the ballot is there because the door is known. */
export const maySee = ({ person }: Pick<Passport, 'person'>, at: Instant): boolean =>
  unfit(person, true, at) === null

/** Why the caller cannot cast the ballot of their household in a vote. */
export const cannotCast = (
  vote: VoteDoc,
  person: Facts,
  { ballot, door, elsewhere }: Own,
  at: Instant,
): CannotVote | null =>
  closed(vote, at) ??
  unfit(person, door, at) ??
  (ballot === null ? 'HouseholdNotListed' : elsewhere ? 'SpokeElsewhere' : null)

interface Seen extends Own {
  vote: VoteDoc
  caller: Passport
  at: Instant
}

/** A vote as a resident sees it: of the ballots no more than that of their own household. */
export const voteForMe = async ({ vote, caller, at, ...own }: Seen): Promise<VoteForMe> => {
  const { centre } = vote
  const { ballot, roll } = own
  const ids = idsOf(caller.person)
  const shown = ballot !== null && maySee(caller, at) ? ballot : null
  const by = shown?.cast?.by ?? null
  const names = await personsNow(centre, by === null || ids.includes(by) ? [] : [by])
  return {
    ...voteOf(vote),
    mine: {
      cannot: vote.kind === 'owners' ? closed(vote, at) : cannotCast(vote, caller.person, own, at),
      ballot: shown && {
        choice: shown.choice,
        by: by === null ? null : (names.get(by)?.facts.name ?? caller.person.name),
        byMe: by !== null && ids.includes(by),
        at: shown.cast?.at ?? null,
        how: shown.cast?.how ?? null,
        receipt: shown.receipt,
        paperWaits: shown.paperWaits,
      },
      owners: ownersOf(roll, ids),
    },
  }
}

/** The caller as owners: each with all their units. */
const ownersOf = (roll: RollDoc | null, ids: readonly string[]): VoteForMe['mine']['owners'] => {
  const owners = new Map<string, VoteForMe['mine']['owners'][number]>()
  for (const [id, { owner, person, unit, area, answer }] of Object.entries(roll?.owners ?? {})) {
    if (person === null || !ids.includes(person)) continue
    const known = owners.get(owner) ?? { id, units: [], area: 0, answer }
    owners.set(owner, {
      ...known,
      units: [...known.units, unit].sort(inOrder),
      area: known.area + area,
    })
  }
  return [...owners.values()]
}

/** A vote as staff see it: how many have voted, and never what. */
export const voteForStaff = async (
  vote: VoteDoc,
  roll: RollDoc | null,
  at: Instant,
): Promise<VoteForStaff> => {
  const { centre, _id } = vote
  const counted = vote.kind === 'households' && vote.state !== 'preparing'
  const [voted, names] = await Promise.all([
    counted ? ballots.of(centre).count({ vote: _id, voted: true }) : null,
    personsNow(centre, [vote.openedBy]),
  ])
  const answered = Object.values(roll?.owners ?? {}).filter(({ answer }) => answer !== null)
  const running = vote.state === 'preparing' || vote.state === 'open'
  return {
    ...voteOf(vote),
    voted: roll ? new Set(answered.map(({ owner }) => owner)).size : voted,
    openedBy: names.get(vote.openedBy)?.facts.name ?? '',
    mayCallOff: running && at < vote.until,
    mayRemind: vote.kind === 'households' && mayRemind(vote, at),
  }
}

/** Papers that wait, each with its picture. */
export const papersShown = async (
  documents: readonly BallotDoc[],
  caller: Passport,
): Promise<PaperBallot[]> => {
  const [first] = documents
  if (!first) return []
  const papers = documents.flatMap((ballot) =>
    ballot.paper ? [{ ballot, paper: ballot.paper }] : [],
  )
  const [names, addresses] = await Promise.all([
    personsNow(first.centre, [...new Set(papers.flatMap(({ paper }) => [paper.person, paper.by]))]),
    addressesOf(papers.map(({ paper }) => paper.photo)),
  ])
  const nameOf = (id: string) => names.get(id)?.facts.name ?? ''
  const mine = idsOf(caller.person)
  return papers.map(({ ballot, paper }) => ({
    ballot: ballot._id,
    door: ballot.door,
    person: nameOf(paper.person),
    choice: paper.choice,
    photo: addresses.get(paper.photo) ?? null,
    enteredBy: nameOf(paper.by),
    enteredByMe: mine.includes(paper.by),
    at: paper.at,
  }))
}

/** An owners' count with all its answers, and what they come to as yet. */
export const countShown = async (
  vote: VoteDoc,
  roll: RollDoc,
  at: Instant,
): Promise<OwnersCount> => {
  const entries = Object.entries(roll.owners)
  const [names, addresses, shown] = await Promise.all([
    personsNow(vote.centre, [
      ...new Set(entries.flatMap(([, { person, by }]) => [person, by].filter((id) => id !== null))),
    ]),
    addressesOf(entries.flatMap(([, { photo }]) => photo ?? [])),
    voteForStaff(vote, roll, at),
  ])
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id)?.facts.name ?? ''))
  const owners = entries.map(([id, { person, by, photo, ...entry }]): Owner => ({
    id,
    ...entry,
    person: person === null ? null : { id: person, name: nameOf(person) ?? '' },
    enteredBy: nameOf(by),
    photo: photo === null ? null : (addresses.get(photo) ?? null),
  }))
  return {
    vote: shown,
    owners: owners.sort((a, b) => inOrder(a.unit, b.unit)),
    draft: ownersTally(Object.values(roll.owners), found(vote.ownerRules)),
  }
}

/** 2-101 before 10-101. */
const inOrder = (a: string, b: string): number => a.localeCompare(b, 'zh', { numeric: true })
