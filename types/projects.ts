import * as v from 'valibot'
import { contract, resident, staff } from './shared/contract'
import {
  cursor,
  day,
  id,
  idempotencyKey as key,
  instant,
  line,
  page,
  text,
  whole,
} from './shared/fields'
import { mostPhotosOfStep } from './shared/projectLimits'
import { uploadErrors } from './shared/uploads'

/** Money of a fund: at most ¥1,000,000.00 at a time. */
const fundFen = whole(1, 100_000_000)

export const projectDraft = v.object({
  /** Whose residents it is for: the centre, a community, a grid or a building. */
  node: id,
  title: line(40),
  words: text(1000),
  /** Who answers for it: of its staff, who can open it. */
  owner: id,
  /** Where it came from. */
  proposal: v.optional(id),
  vote: v.optional(id),
})

export const projectState = v.picklist(['going', 'done', 'calledOff'])

const photoShown = v.object({
  id: v.string(),
  url: v.nullable(v.string()),
  /** Others see it once it passed. */
  state: v.picklist(['waiting', 'passed', 'held', 'refused']),
})

const milestone = v.object({
  id,
  name: v.string(),
  due: day,
  done: v.nullable(v.object({ at: instant, note: v.string() })),
  late: v.boolean(),
  /** Addresses of the pictures others may see. */
  before: v.array(v.string()),
  after: v.array(v.string()),
})

const milestoneForStaff = v.object({
  ...milestone.entries,
  before: v.array(photoShown),
  after: v.array(photoShown),
})

/** What is matched, frozen when the fund begins. */
export const matchRule = v.object({
  /** Who gives the matching money. */
  partner: line(40),
  /** Of 1 own fen, numerator/denominator fen are added. */
  numerator: whole(1, 100),
  denominator: whole(1, 100),
  /** All that is matched. */
  cap: fundFen,
  /** What is matched of one donation. */
  perDonation: fundFen,
  from: day,
  until: day,
})

/** All sums of a fund: 余额 = own + matched − spent. */
const sums = v.object({
  own: v.number(),
  matched: v.number(),
  spent: v.number(),
  balance: v.number(),
  /** What can still be matched. */
  left: v.number(),
})

const fund = v.object({ rule: matchRule, sums })

const fundLine = v.object({
  id,
  kind: v.picklist(['donation', 'expense', 'reversal']),
  /** Below 0 in a reversal. */
  own: v.number(),
  matched: v.number(),
  spent: v.number(),
  day,
  /** Of a donation: a masked name, a unit, or 不具名; of an expense, what for. */
  title: v.string(),
  because: v.nullable(v.string()),
  at: instant,
})

export const howGiven = v.picklist(['cash', 'transfer', 'platform'])

const lineForStaff = v.object({
  ...fundLine.entries,
  /** As they are on record. */
  name: v.nullable(v.string()),
  named: v.boolean(),
  how: v.nullable(howGiven),
  receiptNo: v.string(),
  photo: v.nullable(v.string()),
  by: v.string(),
  /** Another entry took it back. */
  reversed: v.boolean(),
  mayReverse: v.boolean(),
})

const projectLine = v.object({
  id,
  title: v.string(),
  nodeName: v.string(),
  state: projectState,
  /** How many of the milestones are done. */
  done: v.number(),
  of: v.number(),
  next: v.nullable(v.object({ name: v.string(), due: day, late: v.boolean() })),
  hasFund: v.boolean(),
})

const base = v.object({
  ...projectLine.entries,
  words: v.string(),
  ownerName: v.string(),
  because: v.nullable(v.string()),
  proposal: v.nullable(id),
  vote: v.nullable(id),
  startedAt: instant,
})

const project = v.object({
  ...base.entries,
  milestones: v.array(milestone),
  fund: v.nullable(fund),
})

const projectForStaff = v.object({
  ...base.entries,
  node: id,
  owner: id,
  /** Of the last change: who saves an older form changes nothing. */
  rev: v.number(),
  milestones: v.array(milestoneForStaff),
  fund: v.nullable(fund),
})

const photoNames = v.pipe(v.array(line(300)), v.maxLength(mostPhotosOfStep))

const keepers = staff('communityStaff', 'centreStaff')
const workers = staff('gridWorker', 'communityStaff', 'centreStaff')

export const projects = contract('projects', {
  /** Projects of the places I live in, the newest first. */
  list: {
    may: resident,
    act: 'read',
    input: v.object({ after: v.optional(cursor) }),
    output: page(projectLine),
    errors: [],
  },

  get: {
    may: resident,
    act: 'read',
    input: v.object({ project: id }),
    output: project,
    errors: [],
  },

  /** The public statement, newest first: money is only recorded here. */
  statement: {
    may: resident,
    act: 'read',
    input: v.object({ project: id, after: v.optional(cursor) }),
    output: page(fundLine),
    errors: ['NoFund'],
  },

  listForStaff: {
    may: workers,
    act: 'read',
    input: v.object({
      view: v.optional(v.picklist(['late', 'going', 'over']), 'going'),
      after: v.optional(cursor),
    }),
    output: page(projectLine),
    errors: [],
  },

  getForStaff: {
    may: workers,
    act: 'read',
    input: v.object({ project: id }),
    output: projectForStaff,
    errors: [],
  },

  /** Who may answer for a project of a place: its staff, by name. */
  colleagues: {
    may: keepers,
    act: 'read',
    input: v.object({ node: id }),
    output: v.object({
      people: v.array(v.object({ id, name: v.string(), office: v.string() })),
    }),
    errors: [],
  },

  save: {
    may: keepers,
    act: 'change',
    input: v.object({
      key,
      project: v.optional(id),
      rev: v.optional(whole(0, 1_000_000)),
      draft: projectDraft,
    }),
    output: projectForStaff,
    errors: ['ChangedMeanwhile', 'OwnerCannotOpen', 'TextRefused', 'CheckAway', 'NotGoingOn'],
  },

  /** A step of the project: what is to be done by which day. */
  saveMilestone: {
    may: keepers,
    act: 'change',
    input: v.object({ key, project: id, milestone: v.optional(id), name: line(40), due: day }),
    output: projectForStaff,
    errors: ['TooManyMilestones', 'TextRefused', 'CheckAway', 'NotGoingOn', 'DoneAlready'],
  },

  removeMilestone: {
    may: keepers,
    act: 'change',
    input: v.object({ key, project: id, milestone: id }),
    output: projectForStaff,
    errors: ['DoneAlready', 'NotGoingOn'],
  },

  /** A step is done, or its pictures are added. */
  report: {
    may: workers,
    act: 'change',
    input: v.object({
      key,
      project: id,
      milestone: id,
      done: v.boolean(),
      note: text(300),
      before: photoNames,
      after: photoNames,
      /** The step as the form opened with it: what a colleague changed meanwhile stays. */
      seen: v.optional(
        v.object({
          done: v.boolean(),
          note: v.string(),
          before: photoNames,
          after: photoNames,
        }),
      ),
    }),
    output: projectForStaff,
    errors: ['TextRefused', 'CheckAway', 'NotGoingOn', 'TooManyPhotos', ...uploadErrors],
  },

  /** WeChat could not judge a picture: staff say whether residents see it. */
  letPhoto: {
    may: keepers,
    act: 'change',
    input: v.object({ key, project: id, photo: line(300), through: v.boolean() }),
    output: projectForStaff,
    errors: ['NothingToDecide'],
  },

  /** It is done, or it is called off with a reason. */
  end: {
    may: keepers,
    act: 'change',
    input: v.object({ key, project: id, because: v.optional(line(100)) }),
    output: projectForStaff,
    errors: ['TextRefused', 'CheckAway', 'NotGoingOn', 'StepsLeft'],
  },

  startFund: {
    may: keepers,
    act: 'change',
    input: v.object({ key, project: id, rule: matchRule }),
    output: projectForStaff,
    errors: ['NotGoingOn', 'FundThere', 'TimeWrongWay', 'TextRefused', 'CheckAway'],
  },

  /** What somebody gave, as it was received elsewhere. */
  recordDonation: {
    may: keepers,
    act: 'change',
    input: v.object({
      key,
      project: id,
      /** A person on record, or a name: of a unit too. */
      person: v.optional(id),
      name: v.optional(line(30)),
      /** It is a unit: its name is shown whole. */
      unit: v.optional(v.boolean(), false),
      /** They agreed that it is said who gave. */
      named: v.boolean(),
      fen: fundFen,
      day,
      how: howGiven,
      receiptNo: line(30),
    }),
    output: v.object({ own: v.number(), matched: v.number(), sums }),
    errors: ['NoFund', 'InFuture', 'WhoNeeded', 'TextRefused', 'CheckAway'],
  },

  recordExpense: {
    may: keepers,
    act: 'change',
    input: v.object({
      key,
      project: id,
      what: line(40),
      fen: fundFen,
      day,
      receiptNo: line(30),
      photo: v.optional(line(300)),
    }),
    output: v.object({ spent: v.number(), sums }),
    errors: ['NoFund', 'InFuture', 'NotEnough', 'TextRefused', 'CheckAway', ...uploadErrors],
  },

  /** Takes an entry back by another one. */
  reverse: {
    may: keepers,
    act: 'change',
    input: v.object({ key, project: id, line: id, because: line(60) }),
    output: v.object({ sums }),
    errors: ['NoFund', 'ReversedAlready', 'IsAReversal', 'NotEnough', 'TextRefused', 'CheckAway'],
  },

  ledger: {
    may: keepers,
    act: 'read',
    input: v.object({ project: id, after: v.optional(cursor) }),
    output: page(lineForStaff),
    errors: ['NoFund'],
  },

  /** The public statement as a table. */
  exportStatement: {
    may: keepers,
    act: 'change',
    input: v.object({ key, project: id }),
    output: v.object({ url: v.string() }),
    errors: ['NoFund'],
  },
})

export type Fund = v.InferOutput<typeof fund>
export type FundLine = v.InferOutput<typeof fundLine>
export type FundLineForStaff = v.InferOutput<typeof lineForStaff>
export type FundSums = v.InferOutput<typeof sums>
export type HowGiven = v.InferOutput<typeof howGiven>
export type MatchRule = v.InferOutput<typeof matchRule>
export type Milestone = v.InferOutput<typeof milestone>
export type MilestoneForStaff = v.InferOutput<typeof milestoneForStaff>
export type Project = v.InferOutput<typeof project>
export type ProjectDraft = v.InferOutput<typeof projectDraft>
export type ProjectForStaff = v.InferOutput<typeof projectForStaff>
export type ProjectLine = v.InferOutput<typeof projectLine>
export type ProjectState = v.InferOutput<typeof projectState>
