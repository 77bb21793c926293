import * as v from 'valibot'
import { contract, resident, staff } from './shared/contract'
import {
  cursor,
  id,
  idempotencyKey as key,
  instant,
  line,
  page,
  text,
  whole,
} from './shared/fields'
import { uploadErrors } from './shared/uploads'
import { mostOptions } from './shared/voteLimits'

/** A share as it is written in a rule: two thirds is 2 of 3, and is never a decimal. */
const share = v.pipe(
  v.object({ numerator: whole(0, 100), denominator: whole(1, 100) }),
  v.check(({ numerator, denominator }) => numerator <= denominator),
)

/** What makes a vote of households valid, and what carries it. */
export const voteRules = v.object({
  /** Of the households of the place, so many have to take part. */
  quorum: share,
  /** Of the ballots, so many have to be for one answer. */
  majority: share,
  /** More than that share (过半数), or that share is enough (三分之二以上). */
  moreThan: v.boolean(),
})

/** What an owners' count asks: of all owners, and of those who took part; by area and by number, both. */
export const ownerRules = v.object({ turnout: share, yes: share })

/** 同意 or 不同意, or one of several answers in the words of staff. */
export const voteDraft = v.object({
  /** A community, a grid or a building: each household below it has one vote. */
  node: id,
  question: line(60),
  explanation: text(1000),
  /** None: yes or no. */
  options: v.union([
    v.pipe(v.array(line(30)), v.length(0)),
    v.pipe(
      v.array(line(30)),
      v.minLength(2),
      v.maxLength(mostOptions),
      v.check((options) => new Set(options).size === options.length),
    ),
  ]),
  from: instant,
  until: instant,
  rules: voteRules,
  /** Where it came from. */
  proposal: v.optional(id),
})

export const countDraft = v.object({
  /** The building, whose owners are counted. */
  node: id,
  question: line(60),
  explanation: text(1000),
  until: instant,
  rules: ownerRules,
  proposal: v.optional(id),
  /** An earlier count of the same building, whose owners it begins with. */
  copy: v.optional(id),
})

export const voteState = v.picklist([
  /** The households are being written down, or staff enter the owners. */
  'preparing',
  'open',
  'ended',
  'calledOff',
])

const voteKind = v.picklist(['households', 'owners'])

/** What came out, by the ballots and the rules. */
export const voteResult = v.object({
  households: v.number(),
  ballots: v.number(),
  /** For each answer, in their order. */
  counts: v.array(v.number()),
  /** Enough households took part. */
  enough: v.boolean(),
  /** The answer most ballots are for; null where two have as many, or there are none. */
  most: v.nullable(v.number()),
  /** It took part enough, and the answer has its majority. */
  carried: v.boolean(),
})

/** What an owners' count comes to: people and 0.01 m². Who owns several units is one of the people. */
export const ownersResult = v.object({
  owners: v.number(),
  units: v.number(),
  area: v.number(),
  took: v.object({ owners: v.number(), area: v.number() }),
  yes: v.object({ owners: v.number(), area: v.number() }),
  enough: v.boolean(),
  carried: v.boolean(),
})

export const ownerAnswer = v.picklist(['agree', 'against', 'abstain'])

/** What keeps somebody from casting the ballot of their household. */
export const cannotVote = v.picklist([
  'HomeNeeded',
  'NotVerified',
  'BirthDateNeeded',
  'TooYoung',
  'HouseholdNotListed',
  /** They spoke for another household in this vote, and moved since. */
  'SpokeElsewhere',
  'NotBegun',
  'VoteOver',
  'CalledOff',
  'StillPreparing',
])

const vote = v.object({
  id,
  kind: voteKind,
  question: v.string(),
  explanation: v.string(),
  /** In order; 同意 and 不同意 for yes or no. */
  options: v.array(v.string()),
  yesNo: v.boolean(),
  node: id,
  nodeName: v.string(),
  from: instant,
  until: instant,
  state: voteState,
  /** Of a vote of households. */
  rules: v.nullable(voteRules),
  ownerRules: v.nullable(ownerRules),
  /** How many households may vote, once that is known. */
  households: v.nullable(v.number()),
  /** Households that came onto record after it opened: they have no vote in it. */
  cameLater: v.nullable(v.number()),
  /** Signed papers nobody had checked by the end: they do not count. */
  papersLeft: v.nullable(v.number()),
  result: v.nullable(voteResult),
  ownersResult: v.nullable(ownersResult),
  because: v.nullable(v.string()),
  proposal: v.nullable(id),
})

/** The ballot of my household, as its grown-up members see it. */
const myBallot = v.object({
  choice: v.nullable(v.number()),
  /** Who cast it, when, and on what. */
  by: v.nullable(v.string()),
  byMe: v.boolean(),
  at: v.nullable(instant),
  how: v.nullable(v.picklist(['phone', 'paper'])),
  /** The ballot is published under it, and under nothing else. */
  receipt: v.string(),
  /** A signed paper was entered and waits for a second person. */
  paperWaits: v.boolean(),
})

/** I as an owner, with all units of mine: they give one answer. */
const asOwner = v.object({
  id,
  units: v.array(v.string()),
  area: v.number(),
  answer: v.nullable(ownerAnswer),
})

const mine = v.object({
  cannot: v.nullable(cannotVote),
  /** Only for who may see it. */
  ballot: v.nullable(myBallot),
  owners: v.array(asOwner),
})

const voteForMe = v.object({ ...vote.entries, mine })

/** Votes of so many pages of the list. */
const mostAtOnce = 200

/** A line of the list. */
const voteLine = v.object({
  ...v.omit(vote, ['explanation', 'options', 'rules', 'ownerRules', 'because']).entries,
})

const voteForStaff = v.object({
  ...vote.entries,
  /** Households, or owners, that have answered; never what. */
  voted: v.nullable(v.number()),
  openedBy: v.string(),
  mayCallOff: v.boolean(),
  /** Those who have not voted can be reminded: once a day. */
  mayRemind: v.boolean(),
})

const notVotedLine = v.object({
  id,
  building: v.string(),
  door: v.string(),
  /** Verified adults: who may cast its ballot. */
  people: v.array(v.object({ id, name: v.string() })),
  /** A signed paper of theirs waits for a second person. */
  paperWaits: v.boolean(),
})

const paper = v.object({
  ballot: id,
  door: v.string(),
  /** Who signed. */
  person: v.string(),
  choice: v.number(),
  photo: v.nullable(v.string()),
  enteredBy: v.string(),
  enteredByMe: v.boolean(),
  at: instant,
})

const owner = v.object({
  id,
  unit: v.string(),
  name: v.string(),
  /** The same for all units of one owner. */
  owner: id,
  /** 0.01 m² */
  area: v.number(),
  person: v.nullable(v.object({ id, name: v.string() })),
  answer: v.nullable(ownerAnswer),
  how: v.nullable(v.picklist(['phone', 'paper'])),
  enteredBy: v.nullable(v.string()),
  photo: v.nullable(v.string()),
  at: v.nullable(instant),
})

const ownerDraft = v.object({
  unit: line(20),
  name: line(20),
  /** 0.01 m² */
  area: whole(1, 10_000_000),
})

const ownersCount = v.object({
  vote: voteForStaff,
  owners: v.array(owner),
  /** As it stands now: a draft for the signed paper. */
  draft: ownersResult,
})

const openers = staff('communityStaff', 'centreStaff')
const walkers = staff('gridWorker', 'communityStaff', 'centreStaff')

const over = ['NotBegun', 'VoteOver', 'CalledOff', 'StillPreparing'] as const
const notTheirs = ['HomeNeeded', 'NotVerified', 'BirthDateNeeded', 'TooYoung'] as const

export const votes = contract('votes', {
  /** Votes of the places I live in, those that end last first. */
  list: {
    may: resident,
    act: 'read',
    input: v.object({ after: v.optional(cursor) }),
    output: page(voteLine),
    errors: [],
  },

  /** Whether my household has voted in some of them; nothing of those where it is not for me to know. */
  voted: {
    may: resident,
    act: 'read',
    input: v.object({ votes: v.pipe(v.array(id), v.maxLength(mostAtOnce)) }),
    output: v.object({ items: v.array(v.object({ vote: id, voted: v.boolean() })) }),
    errors: [],
  },

  /** One vote, with the ballot of my household. Who reads it first after its end has it counted. */
  get: {
    may: resident,
    act: 'read',
    input: v.object({ vote: id }),
    output: voteForMe,
    errors: [],
  },

  /** The ballot of my household: cast, or another answer instead. Nobody does it for somebody else. */
  cast: {
    may: resident,
    act: 'change',
    input: v.object({ key, vote: id, choice: whole(0, mostOptions - 1) }),
    output: voteForMe,
    errors: [...notTheirs, ...over, 'HouseholdNotListed', 'SpokeElsewhere', 'NoSuchOption'],
  },

  /** All ballots of a vote that ended, each under its receipt: whoever wants counts again. */
  ballots: {
    may: resident,
    act: 'read',
    input: v.object({ vote: id, after: v.optional(whole(1, 100)) }),
    output: v.object({
      ballots: v.array(v.object({ receipt: v.string(), choice: v.number() })),
      next: v.nullable(v.number()),
    }),
    errors: ['NotCountedYet'],
  },

  /** My answer as an owner, for all my units. */
  answerAsOwner: {
    may: resident,
    act: 'change',
    input: v.object({ key, vote: id, owner: id, answer: ownerAnswer }),
    output: voteForMe,
    errors: [...over, 'NotVerified', 'NotYourUnit'],
  },

  /** How many households would have a vote, and in how many somebody can cast it today. */
  preview: {
    may: openers,
    act: 'read',
    input: v.object({ node: id }),
    output: v.object({ households: v.number(), withVoter: v.number() }),
    errors: ['TooManyHouseholds'],
  },

  /** Announces a vote: its rules and its households stay as they are from here on. */
  open: {
    may: openers,
    act: 'change',
    input: v.object({ key, draft: voteDraft }),
    output: voteForStaff,
    errors: [
      'TooManyHouseholds',
      'NobodyThere',
      'NotHere',
      'TooShort',
      'TooLong',
      'TextRefused',
      'CheckAway',
    ],
  },

  listForStaff: {
    may: walkers,
    act: 'read',
    input: v.object({ after: v.optional(cursor) }),
    output: page(voteLine),
    errors: [],
  },

  /** How many have voted, by building; never what. */
  turnout: {
    may: walkers,
    act: 'read',
    input: v.object({ vote: id }),
    output: v.object({
      vote: voteForStaff,
      /** Signed papers of the caller's nodes that wait for a second person. */
      papersWait: v.number(),
      buildings: v.array(
        v.object({ id, name: v.string(), households: v.number(), voted: v.number() }),
      ),
    }),
    errors: [],
  },

  /** From door to door: households without a ballot, by building and door. */
  notVoted: {
    may: walkers,
    act: 'read',
    input: v.object({ vote: id, building: v.optional(id), after: v.optional(cursor) }),
    output: page(notVotedLine),
    errors: [],
  },

  /** A signed paper of a household, with its picture; counts once a second person has looked at it. */
  enterPaper: {
    may: walkers,
    act: 'change',
    input: v.object({
      key,
      vote: id,
      /** Who signed. */
      person: id,
      choice: whole(0, mostOptions - 1),
      photo: line(300),
    }),
    output: v.object({ door: v.string() }),
    errors: [
      ...over,
      'HouseholdNotListed',
      'NoSuchOption',
      'TheyHaveNoHome',
      'TheyAreNotVerified',
      'TheyAreTooYoung',
      'TheySpokeElsewhere',
      'OwnHousehold',
      'PaperWaits',
      ...uploadErrors,
    ],
  },

  papersToCheck: {
    may: walkers,
    act: 'read',
    input: v.object({ vote: id, after: v.optional(cursor) }),
    output: page(paper),
    errors: [],
  },

  /** A second person says whether the picture shows what was entered. */
  checkPaper: {
    may: walkers,
    act: 'change',
    input: v.object({ key, vote: id, ballot: id, right: v.boolean() }),
    output: v.object({}),
    errors: [...over, 'NothingToCheck', 'SecondPerson', 'OwnHousehold', 'SignerGone'],
  },

  /** Reminds households that have not voted: once a day. */
  remind: {
    may: openers,
    act: 'change',
    input: v.object({ key, vote: id }),
    output: voteForStaff,
    errors: [...over, 'RemindedToday'],
  },

  callOff: {
    may: openers,
    act: 'change',
    input: v.object({ key, vote: id, because: line(60) }),
    output: voteForStaff,
    errors: ['VoteOver', 'CalledOff', 'TextRefused', 'CheckAway'],
  },

  /** A count among the owners of a building, such as for a lift; its owners are entered next. */
  openCount: {
    may: openers,
    act: 'change',
    input: v.object({ key, draft: countDraft }),
    output: voteForStaff,
    errors: ['NotABuilding', 'AnotherBuilding', 'TooShort', 'TooLong', 'TextRefused', 'CheckAway'],
  },

  ownersCount: {
    may: openers,
    act: 'read',
    input: v.object({ vote: id }),
    output: ownersCount,
    errors: ['NotACount'],
  },

  /** Owners of the building, several at a time; a unit that is there already is corrected. */
  saveOwners: {
    may: openers,
    act: 'change',
    input: v.object({
      key,
      vote: id,
      owners: v.pipe(v.array(ownerDraft), v.minLength(1), v.maxLength(50)),
    }),
    output: ownersCount,
    errors: ['NotACount', 'VoteOver', 'CalledOff', 'AlreadyStarted', 'TooManyOwners'],
  },

  removeOwner: {
    may: openers,
    act: 'change',
    input: v.object({ key, vote: id, owner: id }),
    output: ownersCount,
    errors: ['NotACount', 'VoteOver', 'CalledOff', 'AlreadyStarted'],
  },

  /** Ties an owner, with all their units, to a verified resident, who then answers on their own phone. */
  linkOwner: {
    may: openers,
    act: 'change',
    input: v.object({ key, vote: id, owner: id, person: v.nullable(id) }),
    output: ownersCount,
    errors: ['NotACount', 'VoteOver', 'CalledOff', 'TheyAreNotVerified', 'TheyAreTooYoung'],
  },

  /** All owners are in: from here on the list stays and answers are taken. */
  startCount: {
    may: openers,
    act: 'change',
    input: v.object({ key, vote: id }),
    output: ownersCount,
    errors: ['NotACount', 'NobodyThere', 'VoteOver', 'CalledOff'],
  },

  /** The answer on a signed paper, with its picture, for all units of the owner. */
  enterAnswer: {
    may: openers,
    act: 'change',
    input: v.object({ key, vote: id, owner: id, answer: ownerAnswer, photo: line(300) }),
    output: ownersCount,
    errors: ['NotACount', ...over, ...uploadErrors],
  },
})

export type CannotVote = v.InferOutput<typeof cannotVote>
export type CountDraft = v.InferOutput<typeof countDraft>
export type NotVotedLine = v.InferOutput<typeof notVotedLine>
export type Owner = v.InferOutput<typeof owner>
export type OwnerAnswer = v.InferOutput<typeof ownerAnswer>
export type OwnerDraft = v.InferOutput<typeof ownerDraft>
export type OwnerRules = v.InferOutput<typeof ownerRules>
export type OwnersCount = v.InferOutput<typeof ownersCount>
export type OwnersResult = v.InferOutput<typeof ownersResult>
export type PaperBallot = v.InferOutput<typeof paper>
export type Share = v.InferOutput<typeof share>
export type Vote = v.InferOutput<typeof vote>
export type VoteDraft = v.InferOutput<typeof voteDraft>
export type VoteForMe = v.InferOutput<typeof voteForMe>
export type VoteForStaff = v.InferOutput<typeof voteForStaff>
export type VoteLine = v.InferOutput<typeof voteLine>
export type VoteResult = v.InferOutput<typeof voteResult>
export type VoteRules = v.InferOutput<typeof voteRules>
export type VoteState = v.InferOutput<typeof voteState>
