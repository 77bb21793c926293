import * as v from 'valibot'
import { contract, resident, residentOr, staff, visitor } from './shared/contract'
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
import { nodeKind } from './residents'
import { skill } from './shared/skills'

/** Who may order: anybody who lives there, who is verified, or who is verified and cannot leave home. */
export const whoMayOrder = ['anybody', 'verified', 'cannotLeave'] as const

/** Under which heading something stands on the menu. */
export const errandCategories = [
  'repairs',
  'housework',
  'outings',
  'papers',
  'company',
  'other',
] as const
export const errandCategory = v.picklist(errandCategories)

/** One thing on the service menu (点单): 修水龙头, 陪诊, 读信. */
export const errandKindDraft = v.object({
  category: errandCategory,
  /** Where it stands below its heading: what people ask for most comes first. */
  place: whole(1, 99),
  name: line(12),
  about: text(100),
  /** The node it is offered on; whoever lives below may order. */
  node: id,
  whoMay: v.picklist(whoMayOrder),
  /** From which age on the day itself; null for any. */
  fromAge: v.nullable(whole(1, 120)),
  /** One of these is enough; none for what anybody can do. */
  skills: v.pipe(v.array(skill), v.maxLength(5)),
  /** How long it usually takes. */
  minutes: whole(15, 480),
  /** In somebody's home two volunteers go. */
  atHome: v.boolean(),
  /** What it costs, such as 换零件的钱自己出; empty when nothing. */
  cost: text(60),
  retired: v.boolean(),
})

const errandKind = v.object({
  ...errandKindDraft.entries,
  id,
  /** Of the last change: who saves an older form changes nothing. */
  rev: v.number(),
})

/** 上午, 下午, 晚上 */
export const partsOfDay = ['morning', 'afternoon', 'evening'] as const
export const partOfDay = v.picklist(partsOfDay)

export const errandState = v.picklist([
  /** Volunteers are being asked. */
  'open',
  /** Enough of them said yes. */
  'accepted',
  'onTheWay',
  /** The volunteer says it is done; the resident has not said so yet. */
  'done',
  'confirmed',
  'cancelled',
  'residentNotThere',
  'volunteerNotThere',
  /** Nobody was found in time: staff look for somebody. */
  'unmatched',
  /** Its day is over and it was not done: staff said so, or nobody said anything. */
  'notDone',
])

/** Why staff have to look at an errand. */
export const errandTrouble = v.picklist([
  'unmatched',
  'residentNotThere',
  'volunteerNotThere',
  'badRating',
  /** Into a home one went without the other. */
  'wentAlone',
  /** Its day is over, and nobody said what came of it. */
  'nobodySaid',
])

const stars = whole(1, 5)
const rating = v.object({ stars: v.number(), words: v.string() })

/** What an errand is of, as it was ordered. */
const kindOrdered = v.object({
  id,
  name: v.string(),
  atHome: v.boolean(),
  minutes: v.number(),
  cost: v.string(),
})

const helper = v.object({
  id,
  name: v.string(),
  /** Only where the volunteer agreed that it is shown. */
  phone: v.nullable(v.string()),
  state: v.picklist(['accepted', 'onTheWay', 'done']),
  /** Whether they were there; null as long as nobody said. */
  came: v.nullable(v.boolean()),
})

/** An errand as the people it is for see it. */
const errand = v.object({
  id,
  kind: kindOrdered,
  person: v.object({ id, name: v.string() }),
  /** Who ordered it, when it was somebody else. */
  by: v.nullable(v.string()),
  what: v.string(),
  day,
  part: partOfDay,
  state: errandState,
  needed: v.number(),
  helpers: v.array(helper),
  because: v.nullable(v.string()),
  mayCancel: v.boolean(),
  mayConfirm: v.boolean(),
  /** Its time is over, or a volunteer says it is done: that nobody came can be said. */
  mayMiss: v.boolean(),
  /** Thanks can still be written for it. */
  mayThank: v.boolean(),
  /** It is over, and how it was has not been said yet. */
  mayRate: v.boolean(),
  /** What the resident said of the volunteers; to nobody but themselves and who acts for them. */
  rating: v.nullable(rating),
  at: instant,
})

/** An errand as a volunteer sees it who has not accepted it: where about, and a masked name. */
const offered = v.object({
  id,
  kind: kindOrdered,
  name: v.string(),
  communityName: v.string(),
  what: v.string(),
  day,
  part: partOfDay,
  needed: v.number(),
  accepted: v.number(),
  /** They were chosen for it: by skill, by how near they live, and by how seldom they were asked. */
  askedMe: v.boolean(),
})

/** An errand of mine as a volunteer. Name, address and number are there until it is over. */
const toDo = v.object({
  id,
  kind: kindOrdered,
  name: v.string(),
  address: v.nullable(v.string()),
  phone: v.nullable(v.string()),
  what: v.string(),
  day,
  part: partOfDay,
  state: errandState,
  needed: v.number(),
  mine: v.picklist(['accepted', 'onTheWay', 'done']),
  /** Who goes with me. */
  companions: v.array(v.object({ name: v.string(), phone: v.nullable(v.string()) })),
  /** Who goes with me has not said that they set off: whether they came is asked of me. */
  mustSayTogether: v.boolean(),
  maySetOff: v.boolean(),
  mayFinish: v.boolean(),
  mayLeave: v.boolean(),
  /** What I said of it; to nobody else, unless it was bad. */
  rating: v.nullable(rating),
})

/** An errand as staff see it. */
const forStaff = v.object({
  ...v.omit(errand, ['rating', 'mayRate', 'mayMiss', 'mayThank']).entries,
  homeName: v.nullable(v.string()),
  phoneMasked: v.nullable(v.string()),
  trouble: v.nullable(errandTrouble),
  /** Its to-do can be closed. */
  maySettle: v.boolean(),
  /** Closing it says that it was not done: nobody said what came of it. */
  endsUndone: v.boolean(),
  /** What staff did about it. */
  settled: v.nullable(v.object({ note: v.string(), by: v.string(), at: instant })),
  /** A volunteer who cannot use a phone can be taken off, or reported done. */
  mayTakeOff: v.boolean(),
  mayReport: v.boolean(),
  /** How many were asked and have not answered, and how many said no. */
  asked: v.number(),
  declined: v.number(),
  /** Bad ratings, of the resident or of volunteers: staff look after both. */
  complaints: v.array(
    v.object({
      from: v.picklist(['resident', 'volunteer']),
      name: v.string(),
      stars: v.number(),
      words: v.string(),
    }),
  ),
})

const candidate = v.object({
  id,
  name: v.string(),
  /** Those of their skills that the errand needs. */
  skills: v.array(skill),
  /** What the first place is that both live in; null where a home is not known. */
  near: v.nullable(nodeKind),
  /** How often they were asked in the last 90 days. */
  askedLately: v.number(),
  answer: v.nullable(v.picklist(['asked', 'accepted', 'declined'])),
  /** They said when they have time, and it is not then. */
  busy: v.boolean(),
  /** They agreed that staff may be shown their number. */
  contact: v.boolean(),
})

/** Who can be ordered for, and what they cannot order, with why. */
const orderer = v.object({
  id,
  name: v.string(),
  self: v.boolean(),
  homeName: v.nullable(v.string()),
  cannot: v.array(v.object({ kind: id, code: v.string(), data: v.record(v.string(), v.number()) })),
})

/** What keeps a volunteer from errands: all of them, those in homes, or those that need somebody who can do it. */
export const keptOut = [
  'NotAVolunteer',
  'AdultsOnly',
  'BirthDateNeeded',
  'NotVerified',
  'SkillNeeded',
] as const

const orStaff = residentOr('gridWorker', 'communityStaff', 'centreStaff')
const coordinators = staff('gridWorker', 'communityStaff', 'centreStaff', 'operator')
const editors = staff('communityStaff', 'centreStaff')
const forResident = v.optional(id)

export const errands = contract('errands', {
  /** What can be ordered, for which days, and for whom of my family. */
  menu: {
    may: visitor,
    act: 'read',
    input: v.object({}),
    output: v.object({
      kinds: v.array(errandKind),
      family: v.array(orderer),
      from: day,
      until: day,
    }),
    errors: [],
  },

  /** The same for one person, such as somebody at the counter. */
  orderer: {
    may: orStaff,
    act: 'read',
    input: v.object({ forResident }),
    output: orderer,
    errors: [],
  },

  order: {
    may: orStaff,
    act: 'change',
    input: v.object({
      key,
      forResident,
      kind: id,
      what: line(100),
      day,
      part: partOfDay,
      /** Said by whoever orders: nobody is examined for it. */
      cannotLeave: v.optional(v.boolean(), false),
    }),
    output: errand,
    errors: [
      'NotOffered',
      'NotVerified',
      'SayCannotLeave',
      'TooYoung',
      'BirthDateNeeded',
      'HomeNeeded',
      'DayNotPossible',
      'TooManyOpen',
      'TextRefused',
      'CheckAway',
    ],
  },

  /** Mine and those of the people I act for, or of one person, newest first. */
  mine: {
    may: orStaff,
    act: 'read',
    input: v.object({ forResident, after: v.optional(cursor) }),
    output: page(errand),
    errors: [],
  },

  /** Until a volunteer is on the way. */
  cancel: {
    may: orStaff,
    act: 'change',
    input: v.object({ key, forResident, errand: id, because: v.optional(line(60)) }),
    output: errand,
    errors: ['TooLate', 'TextRefused', 'CheckAway'],
  },

  /**
   * The resident says it is done, with stars; or that nobody came. What ended by itself can still get its stars. Never
   * who went there themselves.
   */
  confirm: {
    may: orStaff,
    act: 'change',
    input: v.object({
      key,
      forResident,
      errand: id,
      came: v.boolean(),
      /** Who of those who had said yes came; what they said themselves when absent. */
      who: v.optional(v.pipe(v.array(id), v.minLength(1), v.maxLength(2))),
      stars: v.optional(stars),
      words: v.optional(line(100)),
    }),
    output: errand,
    errors: ['NotYet', 'StillComing', 'Over', 'OwnWork', 'StarsNeeded', 'TextRefused', 'CheckAway'],
  },

  /** For me as a volunteer: what I was asked for, or what else is open near me, soonest first. */
  open: {
    may: resident,
    act: 'read',
    input: v.object({ asked: v.optional(v.boolean(), false), after: v.optional(cursor) }),
    output: page(offered),
    errors: [],
  },

  /** What keeps me from errands that others are asked for, so that I can do something about it. */
  mayHelp: {
    may: resident,
    act: 'read',
    input: v.object({}),
    output: v.object({ keptOut: v.array(v.picklist(keptOut)) }),
    errors: [],
  },

  /** What I accepted, soonest first; what is over, newest first. */
  myErrands: {
    may: resident,
    act: 'read',
    input: v.object({ past: v.optional(v.boolean(), false), after: v.optional(cursor) }),
    output: page(toDo),
    errors: [],
  },

  /** One that I accepted, and the card that says at the door who I am. */
  toDo: {
    may: resident,
    act: 'read',
    input: v.object({ errand: id }),
    output: v.object({
      toDo,
      card: v.object({
        name: v.string(),
        centreName: v.string(),
        centrePhone: v.nullable(v.string()),
      }),
    }),
    errors: [],
  },

  accept: {
    may: resident,
    act: 'change',
    input: v.object({
      key,
      errand: id,
      /** The resident may see my number. */
      showPhone: v.optional(v.boolean(), false),
    }),
    output: toDo,
    errors: [
      'NotAVolunteer',
      'SkillNeeded',
      'NotVerified',
      'AdultsOnly',
      'NotYourself',
      'Taken',
      'BusyThen',
      'Over',
    ],
  },

  /** No, or no longer: somebody else is asked at once. */
  decline: {
    may: resident,
    act: 'change',
    input: v.object({ key, errand: id }),
    output: v.object({}),
    errors: ['Over'],
  },

  setOff: {
    may: resident,
    act: 'change',
    input: v.object({ key, errand: id }),
    output: toDo,
    errors: ['NotYours', 'NotToday', 'OneIsMissing', 'Over'],
  },

  /** Done, with how long it took, and how it was; or nobody was at home. */
  finish: {
    may: resident,
    act: 'change',
    input: v.object({
      key,
      errand: id,
      there: v.boolean(),
      /** Who goes with me was there too; asked when they have not set off. */
      together: v.optional(v.boolean()),
      minutes: v.optional(whole(5, 480)),
      stars: v.optional(stars),
      words: v.optional(line(100)),
    }),
    output: toDo,
    errors: [
      'NotYours',
      'NotYet',
      'OneIsMissing',
      'TogetherNeeded',
      'MinutesNeeded',
      'StarsNeeded',
      'Over',
      'TextRefused',
      'CheckAway',
    ],
  },

  /** What staff have to look at, what still needs people, what is settled, what is over. */
  listForStaff: {
    may: coordinators,
    act: 'read',
    input: v.object({
      view: v.optional(v.picklist(['trouble', 'open', 'coming', 'over']), 'trouble'),
      after: v.optional(cursor),
    }),
    output: page(forStaff),
    errors: [],
  },

  /** Whom to ask, best first: by skill, distance, and how seldom they were asked. */
  candidates: {
    may: coordinators,
    act: 'read',
    input: v.object({ errand: id }),
    output: v.object({ errand: forStaff, candidates: v.array(candidate) }),
    errors: [],
  },

  /** Staff ask somebody, or put down who said yes by phone. */
  ask: {
    may: coordinators,
    act: 'change',
    input: v.object({
      key,
      errand: id,
      person: id,
      saidYes: v.boolean(),
      showPhone: v.optional(v.boolean(), false),
    }),
    output: forStaff,
    errors: [
      'TheyAreNoVolunteer',
      'TheyAreNotVerified',
      'TheyAreTooYoung',
      'TheyAreFamily',
      'TheyAreBusy',
      'Taken',
      'AlreadyAsked',
      'Over',
    ],
  },

  /** The number of a volunteer who is asked or on it, and agreed to be called; who looked stays on record. */
  contact: {
    may: coordinators,
    act: 'change',
    input: v.object({ key, errand: id, person: id }),
    output: v.object({ name: v.string(), phone: v.nullable(v.string()) }),
    errors: ['NoConsent'],
  },

  /** A volunteer who rings up will not come: staff take them off, and somebody else is asked at once. */
  takeOff: {
    may: coordinators,
    act: 'change',
    input: v.object({ key, errand: id, person: id }),
    output: forStaff,
    errors: ['NotOnIt', 'Over'],
  },

  /** A volunteer who rings up says it is done, or that nobody was at home: staff put it down for them. */
  report: {
    may: coordinators,
    act: 'change',
    input: v.object({
      key,
      errand: id,
      person: id,
      there: v.boolean(),
      together: v.optional(v.boolean()),
      minutes: v.optional(whole(5, 480)),
    }),
    output: forStaff,
    errors: ['NotOnIt', 'NotYet', 'OneIsMissing', 'TogetherNeeded', 'MinutesNeeded', 'Over'],
  },

  /**
   * A to-do is done: what staff did about it stays with the errand. One of which nobody said what came of it ends by it:
   * it was not done.
   */
  settle: {
    may: coordinators,
    act: 'change',
    input: v.object({ key, errand: id, note: line(100) }),
    output: forStaff,
    errors: ['StillOpen', 'NothingToSettle'],
  },

  /** The whole menu of the caller's nodes, with what is not offered any more. */
  kindsForStaff: {
    may: editors,
    act: 'read',
    input: v.object({}),
    output: v.object({ kinds: v.array(errandKind) }),
    errors: [],
  },

  saveKind: {
    may: editors,
    act: 'change',
    input: v.object({
      key,
      kind: v.optional(id),
      /** Of the kind as it was read. */
      rev: v.optional(whole(0, 1_000_000)),
      draft: errandKindDraft,
    }),
    output: errandKind,
    errors: ['TooManyKinds', 'ChangedMeanwhile'],
  },
})

export type Errand = v.InferOutput<typeof errand>
export type ErrandForStaff = v.InferOutput<typeof forStaff>
export type ErrandCategory = (typeof errandCategories)[number]
export type ErrandKind = v.InferOutput<typeof errandKind>
export type ErrandKindDraft = v.InferOutput<typeof errandKindDraft>
export type ErrandState = v.InferOutput<typeof errandState>
export type ErrandTrouble = v.InferOutput<typeof errandTrouble>
export type ErrandRating = v.InferOutput<typeof rating>
export type ErrandCandidate = v.InferOutput<typeof candidate>
export type ErrandOrderer = v.InferOutput<typeof orderer>
export type ErrandToDo = v.InferOutput<typeof toDo>
export type KeptOut = (typeof keptOut)[number]
export type Offered = v.InferOutput<typeof offered>
export type PartOfDay = (typeof partsOfDay)[number]
