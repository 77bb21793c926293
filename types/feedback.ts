import * as v from 'valibot'
import { contract, residentOr, staff, visitor } from './shared/contract'
import { boardProcedures } from './shared/caseBoard'
import { sealedProcedures } from './shared/sealedCases'
import {
  cursor,
  day,
  id,
  idempotencyKey as key,
  instant,
  line,
  page,
  personName,
  phone,
  text,
  whole,
} from './shared/fields'
import { staffRole } from './shared/roles'
import { uploadErrors } from './shared/uploads'
import { shownFile, shownVoice } from './shared/shownFile'

/** 网格员 → 社区 → 街道 → outside department. */
export const caseLevels = ['grid', 'community', 'street', 'outside'] as const
export const caseLevel = v.picklist(caseLevels)

export const caseStates = [
  /** It has arrived; the program has not said yet who answers for it. */
  'received',
  /** WeChat could not say whether its words may be shown: staff look first. */
  'held',
  'open',
  /** Somebody answers for it by name. */
  'taken',
  'askedBack',
  /** An outside department has it; the reply is awaited. */
  'referred',
  /** Staff say it is done, and the reporter is asked to look at it on site. */
  'invited',
  /** Staff say it is solved; the reporter has 14 days to say so or to reopen. */
  'solved',
  /** The reporter says that it is solved. */
  'confirmed',
  /** 14 days went by without a word: nobody says that it is solved. */
  'lapsed',
  /** Is part of another case now; its reporter follows that one. */
  'merged',
  'split',
  'withdrawn',
  /** Not a matter for the centre: with the reason and where to turn. */
  'refused',
] as const
export const caseState = v.picklist(caseStates)

/** A deadline: hours by the clock for what is urgent, else working days of the statutory calendar. */
export const deadline = v.union([
  v.object({ hours: whole(1, 240) }),
  v.object({ workingDays: whole(1, 60) }),
])

/** The flow of a category, as data; a case keeps the version that was in force when it was sent. */
export const flowDraft = v.object({
  name: line(12),
  /** An example in a resident's words, shown under the name. */
  example: text(40),
  /** 纠纷, 家庭: for mediators only, and in no list, export or log. */
  sealed: v.boolean(),
  startsAt: v.picklist(['grid', 'community', 'street']),
  /** Null where this level has nothing to do with it: it rises past it. */
  grid: v.nullable(deadline),
  community: v.nullable(deadline),
  street: v.nullable(deadline),
  outside: v.nullable(deadline),
  /** Where it goes at last, such as 交警大队; null when nobody outside has to do with it. */
  department: v.nullable(line(30)),
  retired: v.boolean(),
  order: whole(0, 99),
})
const flow = v.object({ ...flowDraft.entries, category: id, version: v.number() })

/** A node of the tree (usually a building), or a point; and where exactly, in the reporter's words. */
export const casePlace = v.union([
  v.object({ node: id, where: text(40) }),
  v.object({
    latitude: v.pipe(v.number(), v.minValue(3), v.maxValue(54)),
    longitude: v.pipe(v.number(), v.minValue(73), v.maxValue(136)),
    /** The community or building it is near to, whose staff answer for it; where the author lives, if nobody says. */
    near: v.optional(id),
    where: line(40),
  }),
])

export const stepKinds = [
  'received',
  'edited',
  /** Staff put it under another category or place. */
  'corrected',
  'joined',
  'taken',
  'handedOver',
  'askedBack',
  'answered',
  'rose',
  'referred',
  'replied',
  'noted',
  'invited',
  'comes',
  'solved',
  'confirmed',
  /** Another who reported it says so too, where one of them did before. */
  'rated',
  'reopened',
  'merged',
  'split',
  'withdrawn',
  'refused',
  'lapsed',
  /** Back to the level below, by who had it above. */
  'givenBack',
  /** The question waited for its time: the deadline runs again. */
  'resumed',
  /** Late at the top, where it cannot rise. */
  'late',
  /** Staff wrote down what a voice message says. */
  'transcribed',
  /** Was not the same after all. */
  'unmerged',
  /** Staff looked at words WeChat could not judge, and let them through. */
  'released',
  /** Of sealed cases, what their mediator does. */
  'intake',
  'visit',
  'talk',
  'agreement',
  'followUp',
  /** Who an anonymous reporter is was looked up. */
  'opened',
] as const

/** A picture of a message or a step. */
const photo = shownFile

/** One line of the time line. */
const caseStep = v.object({
  at: instant,
  kind: v.picklist(stepKinds),
  /** Who did it as the reader may know them: 您, 网格员 赵*, 程序; empty for nobody in particular. */
  who: v.string(),
  words: v.string(),
  photos: v.array(photo),
  level: v.nullable(caseLevel),
  /** When and where to look at it, for `invited`. */
  meet: v.nullable(v.object({ at: instant, where: v.string() })),
  /** WeChat could not judge its words: only who wrote them and staff read them. */
  doubtful: v.optional(v.boolean()),
  /** Staff do not let others read it. */
  withheld: v.optional(v.boolean()),
  /** Its turn, where the reader is to say whether others may read its words. */
  toJudge: v.optional(v.number()),
  /** The day an outside department answered. */
  on: v.optional(day),
  /** Only staff read it. */
  inside: v.optional(v.boolean()),
})

const voice = shownVoice

/** A case as a line of a list, in words of the program only. */
const summary = v.object({
  id,
  /** 2026-0312; null until the program has counted it. */
  number: v.nullable(v.string()),
  category: v.string(),
  /** 静安里社区 3号楼; empty until the program has found it. */
  place: v.string(),
  state: caseState,
  level: caseLevel,
  at: instant,
})

/** What who follows a case may do with it: all but the last are for who sent it, or whose own message became part of it. */
export const followerActs = [
  'edit',
  'answer',
  'withdraw',
  'comes',
  'confirm',
  'reopen',
  'leaveJoin',
] as const

/** A case as who sent it, or joined it, sees it. */
const followed = v.object({
  ...summary.entries,
  anonymous: v.boolean(),
  /** Empty for who only joined: another's words are not theirs to read. */
  text: v.string(),
  where: v.string(),
  photos: v.array(photo),
  voice: v.nullable(voice),
  joined: v.number(),
  /** Whether the reader sent it, or said 我也遇到了. */
  mine: v.boolean(),
  steps: v.array(caseStep),
  due: v.nullable(instant),
  rating: v.nullable(v.object({ stars: v.number(), words: v.string() })),
  /** The reader sent pictures that could stand on the public board, if they like. */
  showable: v.optional(v.boolean()),
  /** What the reader may do now. */
  may: v.array(v.picklist(followerActs)),
  /** The last moment to say that it is not solved. */
  reopenUntil: v.nullable(instant),
  /** The case it is part of now. */
  into: v.nullable(id),
})

/** What others may know of an open case: in words of the program, with how many met with it. */
const similarCase = v.object({
  ...summary.entries,
  joined: v.number(),
  /** The reader sent it or joined it already. */
  follows: v.boolean(),
})

const listed = v.object({
  ...summary.entries,
  ownerName: v.nullable(v.string()),
  due: v.nullable(instant),
  late: v.boolean(),
  joined: v.number(),
})

/** What staff may do with a case as it stands. */
export const caseActs = [
  'take',
  'handOver',
  'rise',
  'giveBack',
  'askBack',
  'note',
  'refer',
  'reply',
  'invite',
  'solve',
  'refuse',
  'merge',
  'unmerge',
  'split',
  'correct',
  'transcribe',
  'release',
  /** Who telephoned without a record is called. */
  'rang',
  'settlePicture',
] as const

/** A case as staff work on it. */
const forStaff = v.object({
  ...listed.entries,
  may: v.array(v.picklist(caseActs)),
  /** What who telephoned without a record is still to be told; null where nobody is called. */
  toTell: v.nullable(v.string()),
  /** What it is part of is solved: who telephoned may say that it is not. */
  mayDispute: v.optional(v.boolean()),
  categoryId: id,
  /** The node of its place, and what it is called as it was sent, where staff corrected it. */
  node: id,
  sentAs: v.nullable(v.object({ category: v.string(), place: v.string() })),
  /** Where it goes outside, such as 交警大队. */
  department: v.nullable(v.string()),
  /** The case it is part of now, or was split from; and those it was split into. */
  into: v.nullable(id),
  partOf: v.nullable(id),
  parts: v.array(id),
  /** Of a part: what staff say it is about. */
  about: v.string(),
  /** Of the last change: who acts on an older state changes nothing. */
  rev: v.number(),
  owner: v.nullable(id),
  /** Null where nobody is to know who it was. */
  reporter: v.nullable(
    v.object({ id: v.nullable(id), name: v.string(), phone: v.nullable(v.string()) }),
  ),
  text: v.string(),
  where: v.string(),
  photos: v.array(photo),
  voice: v.nullable(voice),
  steps: v.array(caseStep),
  reopened: v.number(),
  rating: v.nullable(v.object({ stars: v.number(), words: v.string() })),
})

const counts = {
  received: v.number(),
  /** Staff said that it is solved: not yet the same as solved. */
  solved: v.number(),
  /** Who reported it said so too. */
  confirmed: v.number(),
  /** Nobody said anything within 14 days. */
  lapsed: v.number(),
  reopened: v.number(),
}

const dashboardFigures = v.object({
  node: v.object({ id, name: v.string() }),
  nodes: v.array(v.object({ id, name: v.string() })),
  open: v.array(v.object({ level: caseLevel, open: v.number(), late: v.number() })),
  ...counts,
  /** From the message to the word of who sent it; null when nobody gave it. */
  medianDays: v.nullable(v.number()),
  byCategory: v.array(v.object({ category: v.string(), ...counts })),
  byCommunity: v.array(v.object({ name: v.string(), ...counts })),
  sealed: v.object({ open: v.number(), late: v.number(), ...counts }),
})

const files = v.pipe(v.array(v.string()), v.maxLength(6))
const forOthers = residentOr('gridWorker', 'communityStaff', 'centreStaff')
/** What every act of who follows a case names. */
const following = { key, case: id, forResident: v.optional(id) }
const saying = { ...following, photos: v.optional(files, []) }
const sayingErrors = ['NotNow', 'TooManyToday', 'SaidAll', 'TextRefused', ...uploadErrors] as const

const workers = staff('gridWorker', 'communityStaff', 'centreStaff')

/** What every act of staff on a case names: the state they saw. */
const step = { key, case: id, rev: whole(0, 100_000) }
export const stepErrors = [
  'ChangedMeanwhile',
  'NotNow',
  'NotYours',
  'LineFull',
  'TextRefused',
] as const

const severalCases = v.pipe(v.array(id), v.minLength(1), v.maxLength(20))
const deciders = staff('communityStaff', 'centreStaff')

/** Ready words for an answer, which staff change before they send them. */
const answerTemplate = v.object({
  id,
  name: v.string(),
  words: v.string(),
  retired: v.boolean(),
})

/**
 * 居民心声: a message becomes a case, which somebody answers for by a deadline until who sent it says that it is solved.
 */
export const feedback = contract('feedback', {
  /** What one can speak about, in the order staff gave. */
  categories: {
    may: visitor,
    act: 'read',
    input: v.object({}),
    output: v.object({ flows: v.array(flow) }),
    errors: [],
  },

  /** Sends a message. Named, or so that no staff member learns who it was. */
  submit: {
    may: forOthers,
    act: 'change',
    input: v.object({
      key,
      category: id,
      text: text(1000),
      photos: v.optional(files, []),
      voice: v.optional(v.object({ file: v.string(), seconds: whole(1, 60) })),
      place: casePlace,
      anonymous: v.optional(v.boolean(), false),
      /** It is about this member of staff: it never reaches them and starts one level above. */
      aboutStaff: v.optional(id),
      forResident: v.optional(id),
      /** Of somebody without a record who telephoned; staff write it down. */
      caller: v.optional(v.object({ name: personName, phone: v.nullable(phone) })),
    }),
    output: v.object({ id, state: caseState }),
    errors: ['NothingSaid', 'TooManyToday', 'TextRefused'],
  },

  /** What one sent or joined, the newest first. */
  mine: {
    may: forOthers,
    act: 'read',
    input: v.object({ forResident: v.optional(id), after: v.optional(cursor) }),
    output: page(summary),
    errors: [],
  },

  show: {
    may: forOthers,
    act: 'read',
    input: v.object({ case: id, forResident: v.optional(id) }),
    output: followed,
    errors: [],
  },

  /** Staff of a place, or of where somebody lives: to say that a message is about one of them. */
  staffAround: {
    may: forOthers,
    act: 'read',
    input: v.object({ place: v.optional(casePlace), forResident: v.optional(id) }),
    output: v.object({
      people: v.array(v.object({ id, name: v.string(), of: v.string(), role: staffRole })),
    }),
    errors: [],
  },

  /** Open cases of a category nearby, before one more is sent: no words and no picture of anybody. */
  similar: {
    may: forOthers,
    act: 'read',
    input: v.object({ category: id, place: casePlace, forResident: v.optional(id) }),
    output: v.object({ cases: v.pipe(v.array(similarCase), v.maxLength(5)) }),
    errors: [],
  },

  /** 我也遇到了: follows somebody's case, and staff see one more in the count. */
  join: {
    may: forOthers,
    act: 'change',
    input: v.object({ key, case: id, forResident: v.optional(id) }),
    output: v.object({ joined: v.number() }),
    errors: ['NotNow', 'Full', 'TooManyToday'],
  },

  leaveJoin: {
    may: forOthers,
    act: 'change',
    input: v.object({ key, case: id, forResident: v.optional(id) }),
    output: v.object({}),
    errors: [],
  },

  /** More, or otherwise than it was said first: a step of its own, and the first words stay. */
  edit: {
    may: forOthers,
    act: 'change',
    input: v.object({ ...saying, words: line(500) }),
    output: followed,
    errors: sayingErrors,
  },

  /** Answers what staff asked back. */
  answer: {
    may: forOthers,
    act: 'change',
    input: v.object({ ...saying, words: line(500) }),
    output: followed,
    errors: sayingErrors,
  },

  withdraw: {
    may: forOthers,
    act: 'change',
    input: v.object(following),
    output: followed,
    errors: ['NotNow'],
  },

  /** Whether who sent it comes to look at it on site. */
  comes: {
    may: forOthers,
    act: 'change',
    input: v.object({ ...following, comes: v.boolean() }),
    output: followed,
    errors: ['NotNow', 'TooManyToday', 'SaidAll'],
  },

  /** It is solved, says who sent it, and how it was done. */
  confirm: {
    may: forOthers,
    act: 'change',
    input: v.object({
      ...following,
      stars: whole(1, 5),
      words: text(200),
      /** Their pictures may go on the public board: only they themselves can say so. */
      mayShow: v.optional(v.boolean(), false),
    }),
    output: followed,
    errors: ['NotNow', 'TextRefused'],
  },

  /** It is not solved: it goes one level above who said so, with a new deadline. */
  reopen: {
    may: forOthers,
    act: 'change',
    input: v.object({ ...saying, words: line(300) }),
    output: followed,
    errors: [...sayingErrors, 'TooLate'],
  },

  /** Cases of the caller's places, the next deadline first. A number finds one wherever it stands. */
  cases: {
    may: workers,
    act: 'read',
    input: v.object({
      view: v.picklist(['mine', 'free', 'late', 'held', 'active', 'solved', 'toRing', 'ended']),
      /** Both, and the place: what fits all that is said. */
      category: v.optional(id),
      level: v.optional(caseLevel),
      /** A building, or any other node of the caller's places. */
      node: v.optional(id),
      /** 2026-0312, or 312 of this year. */
      number: v.optional(line(12)),
      after: v.optional(cursor),
    }),
    output: page(listed),
    errors: [],
  },

  caseForStaff: {
    may: workers,
    act: 'read',
    input: v.object({ case: id }),
    output: forStaff,
    errors: [],
  },

  /** Says: I answer for it. One of two who say so at once does. */
  take: {
    may: workers,
    act: 'change',
    input: v.object(step),
    output: forStaff,
    errors: [...stepErrors, 'Taken'],
  },

  /** Open cases by building: a list one walks along. The thousand with the next deadlines, where there are more. */
  byBuilding: {
    may: workers,
    act: 'read',
    input: v.object({}),
    output: v.object({
      all: v.boolean(),
      grids: v.array(
        v.object({
          name: v.string(),
          places: v.array(
            v.object({ node: id, name: v.string(), open: v.number(), late: v.number() }),
          ),
        }),
      ),
    }),
    errors: [],
  },

  /** Who may be given the cases: staff of their places, by name. */
  colleagues: {
    may: workers,
    act: 'read',
    input: v.object({ cases: severalCases }),
    output: v.object({
      people: v.array(v.object({ id, name: v.string(), office: v.string() })),
    }),
    errors: [],
  },

  /** Open cases that may be the same: of the same spot or grid, and the same category. */
  alike: {
    may: workers,
    act: 'read',
    input: v.object({ case: id }),
    output: v.object({
      cases: v.array(
        v.object({
          ...listed.entries,
          text: v.string(),
          where: v.string(),
          photos: v.array(photo),
          /** Of the very same place. */
          samePlace: v.boolean(),
        }),
      ),
    }),
    errors: [],
  },

  /** To a colleague by name, to the level above, or back to the one below. */
  handOver: {
    may: workers,
    act: 'change',
    input: v.object({
      ...step,
      to: v.union([v.object({ person: id }), v.object({ way: v.picklist(['above', 'below']) })]),
      words: text(200),
    }),
    output: forStaff,
    errors: [...stepErrors, 'NobodyThere'],
  },

  /** Gives several to one colleague; says which it did not, and why. */
  handOverSeveral: {
    may: deciders,
    act: 'change',
    input: v.object({ key, cases: severalCases, to: id, words: text(200) }),
    output: v.object({
      done: v.array(id),
      not: v.array(v.object({ case: id, number: v.nullable(v.string()), code: v.string() })),
    }),
    errors: [],
  },

  /** A question to who sent it. The deadline waits as long as it is open. */
  askBack: {
    may: workers,
    act: 'change',
    input: v.object({ ...step, words: line(300) }),
    output: forStaff,
    errors: [...stepErrors, 'NobodyToAsk'],
  },

  /** Words and photos on the time line: for the resident too, or only for staff. */
  note: {
    may: workers,
    act: 'change',
    input: v.object({
      ...step,
      words: line(500),
      photos: v.optional(files, []),
      inside: v.boolean(),
    }),
    output: forStaff,
    errors: [...stepErrors, ...uploadErrors],
  },

  /** To the outside department of its flow, whose answer is awaited. */
  refer: {
    may: workers,
    act: 'change',
    input: v.object({ ...step, words: line(300) }),
    output: forStaff,
    errors: [...stepErrors, 'NoDepartment'],
  },

  /** What the department answered, and when; it comes back to who referred it. */
  reply: {
    may: workers,
    act: 'change',
    input: v.object({ ...step, day, words: line(500), photos: v.optional(files, []) }),
    output: forStaff,
    errors: [...stepErrors, 'NotThatDay', ...uploadErrors],
  },

  /** Asks who sent it, and who joined, to look at it on site. */
  invite: {
    may: workers,
    act: 'change',
    input: v.object({ ...step, at: instant, where: line(40), words: text(200) }),
    output: forStaff,
    errors: [...stepErrors, 'NotThatDay'],
  },

  /** It is done: who sent it has 14 days to say so, or to reopen it. */
  solve: {
    may: workers,
    act: 'change',
    input: v.object({ ...step, words: line(500), photos: v.optional(files, []) }),
    output: forStaff,
    errors: [...stepErrors, ...uploadErrors],
  },

  /** Staff called who telephoned and has no record: what they say of what was done counts as their word. */
  rang: {
    may: workers,
    act: 'change',
    input: v.object({
      ...step,
      answer: v.picklist(['solved', 'notSolved', 'notReached', 'told']),
      /** What they said; needed where it is not solved. `told` is of what they only hear: an invitation, a refusal, a merging. */
      words: text(300),
      /** How it was done, of `solved`. */
      stars: v.optional(whole(1, 5)),
    }),
    output: forStaff,
    errors: [...stepErrors, 'WordsMissing', 'TooLate'],
  },

  /** Not a matter for the centre: why, and where to turn. */
  refuse: {
    may: deciders,
    act: 'change',
    input: v.object({ ...step, words: line(300), turnTo: line(60) }),
    output: forStaff,
    errors: [...stepErrors],
  },

  /** It is the same as another one: who follows it follows that one too. */
  merge: {
    may: workers,
    act: 'change',
    input: v.object({ ...step, into: id }),
    output: forStaff,
    errors: [...stepErrors, 'NotTheSame', 'Full'],
  },

  /** It was not the same after all: within a day, it goes on as it was. */
  unmerge: {
    may: workers,
    act: 'change',
    input: v.object(step),
    output: forStaff,
    errors: [...stepErrors],
  },

  /** Several things in one message: each becomes a case of its own, beside the untouched original. */
  split: {
    may: workers,
    act: 'change',
    input: v.object({
      ...step,
      parts: v.pipe(
        v.array(v.object({ category: id, words: line(200) })),
        v.minLength(2),
        v.maxLength(5),
      ),
    }),
    output: forStaff,
    errors: [...stepErrors, 'SealedPart'],
  },

  /** Another category or place than it was sent under; the flow of the new category goes on with it. */
  correct: {
    may: workers,
    act: 'change',
    input: v.object({
      ...step,
      category: v.optional(id),
      place: v.optional(v.object({ node: id })),
      words: text(200),
    }),
    /** Null where it is sealed or elsewhere now, and not for the caller to read any more. */
    output: v.nullable(forStaff),
    errors: [...stepErrors, 'NothingChanged', 'NotYourPlace'],
  },

  /** Writes down what a voice message says. */
  transcribe: {
    may: workers,
    act: 'change',
    input: v.object({ ...step, said: line(1000) }),
    output: forStaff,
    errors: [...stepErrors],
  },

  /** Words that WeChat could not judge: a message let through, or refused with the reason; or those of one step. */
  release: {
    may: deciders,
    act: 'change',
    input: v.object({
      ...step,
      through: v.boolean(),
      words: text(200),
      step: v.optional(whole(0, 199)),
    }),
    output: forStaff,
    errors: [...stepErrors, 'WordsMissing'],
  },

  /** A picture that WeChat could not judge. */
  settlePicture: {
    may: deciders,
    act: 'change',
    input: v.object({ key, case: id, picture: id, through: v.boolean() }),
    output: forStaff,
    errors: ['NotNow'],
  },

  answerTemplates: {
    may: workers,
    act: 'read',
    input: v.object({}),
    output: v.object({ rev: v.number(), templates: v.array(answerTemplate) }),
    errors: [],
  },

  saveAnswerTemplate: {
    may: deciders,
    act: 'change',
    input: v.object({
      key,
      rev: whole(0, 100_000),
      /** Null for a new one. */
      template: v.nullable(id),
      name: line(20),
      words: line(500),
      retired: v.boolean(),
    }),
    output: v.object({ rev: v.number(), templates: v.array(answerTemplate) }),
    errors: ['ChangedMeanwhile', 'TooMany', 'SameName'],
  },

  /** The flows in force, those not offered any more among them. */
  flows: {
    may: workers,
    act: 'read',
    input: v.object({}),
    output: v.object({ rev: v.number(), flows: v.array(flow) }),
    errors: [],
  },

  /** A new version of a category's flow, or a new category. Cases on their way keep the flow they came under. */
  saveFlow: {
    may: staff('centreStaff'),
    act: 'change',
    input: v.object({
      key,
      rev: whole(0, 100_000),
      /** Null for a new one. */
      category: v.nullable(id),
      draft: flowDraft,
    }),
    output: v.object({ rev: v.number(), flows: v.array(flow) }),
    errors: [
      'ChangedMeanwhile',
      'TooMany',
      'SameName',
      'NoDeadline',
      'StartsNowhere',
      'DepartmentMissing',
      'LastOne',
    ],
  },

  ...sealedProcedures,
  ...boardProcedures,

  /**
   * Who an anonymous reporter is, where somebody is in danger or a crime was done. The reporter is told: at once, or of a
   * crime when 30 days are over.
   */
  openIdentity: {
    may: staff('centreStaff'),
    act: 'change',
    input: v.object({
      key,
      case: id,
      reason: v.picklist(['danger', 'crime']),
      words: line(200),
    }),
    output: v.object({
      name: v.string(),
      phone: v.nullable(v.string()),
      /** Who sent it for them, when somebody else did. */
      byName: v.nullable(v.string()),
    }),
    errors: ['NotAnonymous', 'NobodyKnown'],
  },

  /** How it stands with all messages below a node of the caller; sealed ones are counted, never listed. */
  dashboard: {
    may: workers,
    act: 'read',
    input: v.object({ from: day, to: day, node: v.optional(id) }),
    output: dashboardFigures,
    errors: ['TooLong'],
  },
})

export type CaseLevel = v.InferOutput<typeof caseLevel>
export type CaseState = v.InferOutput<typeof caseState>
export type StepKind = (typeof stepKinds)[number]
export type Deadline = v.InferOutput<typeof deadline>
export type FlowDraft = v.InferOutput<typeof flowDraft>
export type Flow = v.InferOutput<typeof flow>
export type CasePlace = v.InferOutput<typeof casePlace>
export type CaseSummary = v.InferOutput<typeof summary>
export type FollowerAct = (typeof followerActs)[number]
export type SimilarCase = v.InferOutput<typeof similarCase>
export type ListedCase = v.InferOutput<typeof listed>
export type FollowedCase = v.InferOutput<typeof followed>
export type CaseForStaff = v.InferOutput<typeof forStaff>
export type Dashboard = v.InferOutput<typeof dashboardFigures>
export type CaseCounts = Omit<Dashboard['sealed'], 'open' | 'late'>
export type ShownStep = v.InferOutput<typeof caseStep>
export type ShownPhoto = v.InferOutput<typeof photo>
export type CaseAct = (typeof caseActs)[number]
export type AnswerTemplate = v.InferOutput<typeof answerTemplate>
