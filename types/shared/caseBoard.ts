import * as v from 'valibot'
import { resident, staff, visitor } from './contract'
import { cursor, day, id, idempotencyKey as key, instant, line, page, text } from './fields'

const deciders = staff('communityStaff', 'centreStaff')

/** A solved matter as everybody reads it: in words of staff, and nobody is named. */
const entry = v.object({
  id,
  title: v.string(),
  words: v.string(),
  category: v.string(),
  /** Empty where staff left it out. */
  place: v.string(),
  day,
  /** How many days it took. */
  days: v.number(),
  before: v.nullable(v.string()),
  after: v.nullable(v.string()),
  stars: v.nullable(v.number()),
})

/** A picture of a case that may be put on the board. */
const offered = v.object({
  id: v.string(),
  url: v.string(),
  from: v.picklist(['staff', 'reporter']),
})
const picture = v.nullable(v.pipe(v.string(), v.regex(/^(said|step)-\d{1,3}(-\d)?$/)))

/** What staff write for the board. */
const draft = v.object({
  title: line(30),
  words: line(300),
  place: v.picklist(['none', 'community', 'building']),
  before: picture,
  after: picture,
})

const complaint = v.object({
  id,
  at: instant,
  because: v.string(),
  /** What it is about, as it stood; null once nothing may be left of that. */
  entry: v.nullable(v.object({ title: v.string(), words: v.string() })),
  settled: v.nullable(v.object({ hidden: v.boolean(), words: v.string(), by: v.string() })),
})

/** 办好的事, and what people find wrong with what others can read. */
export const boardProcedures = {
  board: {
    may: visitor,
    act: 'read',
    input: v.object({ after: v.optional(cursor) }),
    output: page(entry),
    errors: [],
  },

  /** What of a case can be shown, and what is shown of it now. */
  boardDraft: {
    may: deciders,
    act: 'read',
    input: v.object({ case: id }),
    output: v.object({
      number: v.nullable(v.string()),
      category: v.string(),
      communityName: v.string(),
      buildingName: v.string(),
      pictures: v.array(offered),
      /** The reporter said yes to showing theirs. */
      mayShow: v.boolean(),
      draft: v.nullable(draft),
      shown: v.boolean(),
    }),
    errors: ['NotNow'],
  },

  publish: {
    may: deciders,
    act: 'change',
    input: v.object({ key, case: id, draft }),
    output: v.object({ id }),
    /** `NamesSomebody` says in `field` where. */
    errors: ['NotNow', 'NamesSomebody', 'TextRefused', 'CheckAway', 'NotOffered'],
  },

  unpublish: {
    may: deciders,
    act: 'change',
    input: v.object({ key, case: id }),
    output: v.object({}),
    errors: [],
  },

  /** Something that others can read should not be there. */
  complain: {
    may: resident,
    act: 'change',
    input: v.object({
      key,
      about: v.object({ kind: v.picklist(['board']), id }),
      because: line(200),
    }),
    output: v.object({}),
    errors: ['TooManyToday'],
  },

  complaints: {
    may: deciders,
    act: 'read',
    input: v.object({ view: v.picklist(['open', 'settled']), after: v.optional(cursor) }),
    output: page(complaint),
    errors: [],
  },

  complaint: {
    may: deciders,
    act: 'read',
    input: v.object({ complaint: id }),
    output: v.object({
      ...complaint.entries,
      /** As it stands by now; null when it is gone. */
      now: v.nullable(v.object({ title: v.string(), words: v.string(), shown: v.boolean() })),
    }),
    errors: [],
  },

  /** Takes it off the board or leaves it there; who complained is told. */
  settleComplaint: {
    may: deciders,
    act: 'change',
    input: v.object({ key, complaint: id, hide: v.boolean(), words: text(200) }),
    output: v.object({}),
    errors: ['AlreadyDecided', 'TextRefused', 'CheckAway'],
  },
} as const

export type BoardEntry = v.InferOutput<typeof entry>
export type BoardDraft = v.InferOutput<typeof draft>
