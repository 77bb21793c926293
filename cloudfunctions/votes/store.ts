import type { Ballot } from '@/domain/votes/ballot'
import type { Roll } from '@/domain/votes/owners'
import type { PublishedBallot } from '@/domain/votes/tally'
import type { Instant } from '@/types/shared/day'
import type { OwnerRules, OwnersResult, VoteResult, VoteRules, VoteState } from '@/types/votes'
import { collection, type Projection, type Stored } from '../kit/collection'
import { hiddenId, idOf } from '../kit/ids'

/** A vote: what is asked of whom, until when, by which rules; none of that changes once it is announced. */
export interface VoteDoc extends Stored {
  kind: 'households' | 'owners'
  node: string
  nodeName: string
  path: readonly string[]
  /** Whose vote it is: who lives below the place, and owners of its units who may live anywhere. */
  audience: readonly string[]
  /** Nodes above the place, the place itself, and all below it: whoever works on one of them works with it. */
  reach: readonly string[]
  question: string
  explanation: string
  /** Empty for yes or no. */
  options: readonly string[]
  from: Instant
  until: Instant
  rules: VoteRules | null
  ownerRules: OwnerRules | null
  proposal: string | null
  /** The proposal has not been told of it yet. */
  toLink: boolean
  state: VoteState
  /** Who writes the households down, or counts, at the moment, and since when: one at a time. */
  preparer: string | null
  preparedAt: Instant
  /** Written down when it was announced; null before. */
  households: number | null
  /** Households on record at the end that were not at the beginning. */
  cameLater: number | null
  /** Papers nobody had checked by the end, so that they do not count. */
  papersLeft: number | null
  result: VoteResult | null
  ownersResult: OwnersResult | null
  because: string | null
  openedBy: string
  /** Those without a ballot were reminded last. */
  remindedAt: Instant | null
  seq: number
  keys: readonly string[]
  /** On the eve of its end staff heard of what they still have to do. */
  warned: boolean
  /** Something is to be counted, reminded, or told: the sweep does it. */
  owes: boolean
  /** Households can still look their receipts up. */
  linked: boolean
}

/** The one ballot of a household; there is one for each household from the beginning, and none comes after. */
export interface BallotDoc extends Stored, Ballot {
  vote: string
  household: string
  building: string
  /** From the centre down to the building. */
  path: readonly string[]
  /** 静安里社区 12号楼 2单元301室 */
  door: string
  /** It is published under this, and nothing else leads from there to the household. */
  receipt: string
  paperWaits: boolean
  /** Pictures of its papers. */
  photos: readonly string[]
  /** The last round of telling they heard: 0 before the first, 1 that it began. */
  reminded: Instant
  /** What became of a signed paper is still to be told. */
  owes: boolean
  /** By which tap; and to whom the paper went back, where it does not count. */
  news: { readonly key: string; readonly back: string | null } | null
}

/** The owners of one building with their answers. */
export interface RollDoc extends Stored, Roll {
  vote: string
  photos: readonly string[]
  /** Linked residents: the vote finds them. */
  people: readonly string[]
}

/** A stretch of the published ballots, by receipt. */
export interface PublishedDoc extends Stored {
  vote: string
  path: readonly string[]
  /** The next stretch, or null after the last. */
  next: number | null
  ballots: readonly PublishedBallot[]
  /** When it goes. */
  until: Instant
}

export const votes = collection<VoteDoc>('votes')
export const ballots = collection<BallotDoc>('ballots')
export const ownerRolls = collection<RollDoc>('owner_rolls')
export const publishedBallots = collection<PublishedDoc>('published_ballots')

/** What a list needs of votes. */
export const lineFields: Projection = {
  kind: true,
  node: true,
  nodeName: true,
  question: true,
  options: true,
  from: true,
  until: true,
  state: true,
  households: true,
  cameLater: true,
  result: true,
  ownersResult: true,
  papersLeft: true,
  proposal: true,
}

export const ballotId = (centre: string, vote: string, household: string): string =>
  idOf(centre, 'hb', vote, household)

export const rollId = (centre: string, vote: string): string => idOf(centre, 'or', vote)

/** The same unit is the same owner. */
export const ownerId = (centre: string, vote: string, unit: string): string =>
  hiddenId(centre, 'ow', vote, unit)

/** The same name is the same owner: who owns several units of a building is one. */
export const ownerKey = (centre: string, vote: string, name: string): string =>
  hiddenId(centre, 'on', vote, name)

/** Ballots in one document, and in one answer. */
export const stretch = 500

export const publishedId = (centre: string, vote: string, part: number): string =>
  idOf(centre, 'pb', vote, part)

/** How a vote is answered. */
export const optionsOf = ({ options }: Pick<VoteDoc, 'options'>): readonly string[] =>
  options.length === 0 ? ['同意', '不同意'] : options
