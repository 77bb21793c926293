import * as v from 'valibot'
import { contract, displayOr, resident, residentOr, staff, visitor } from './shared/contract'
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
import { uploadErrors } from './shared/uploads'
import { audienceTag } from './residents'

/** 一老一小一青壮, 党课, 健康, 技能, 节日, 外出 */
export const categories = [
  'elder',
  'child',
  'youth',
  'partyStudy',
  'health',
  'skills',
  'festival',
  'outing',
] as const
export const category = v.picklist(categories)

/** One document holds counts and claims, so their number is bounded. */
export const mostPlaces = 500

const session = v.object({ startsAt: instant, endsAt: instant })

/** First come, first in; or a draw (摇号) at a published moment from a seed whose hash was published before. */
const mode = v.picklist(['firstCome', 'draw'])

/** Who may take part; the age counts on the day of the first session. */
export const eligibility = v.object({
  minAge: v.nullable(whole(0, 120)),
  maxAge: v.nullable(whole(0, 120)),
  verifiedOnly: v.boolean(),
  /** Nodes of which the person's home must be part; empty = the whole centre. */
  nodes: v.pipe(v.array(id), v.maxLength(20)),
  /** One of these tags is needed; empty = anybody. */
  tags: v.pipe(v.array(audienceTag), v.maxLength(10)),
})

/** A question the sign-up form asks besides who it is for. */
const question = v.object({
  label: line(40),
  /** Empty = a line of text. */
  options: v.pipe(v.array(line(20)), v.maxLength(8)),
  required: v.boolean(),
})

/** `file` is the id of an upload, or of a file the activity has already. */
const attachment = v.object({ name: line(60), file: v.pipe(v.string(), v.maxLength(300)) })

/** What staff fill in to publish. */
export const activityDraft = v.object({
  title: line(40),
  category,
  summary: line(60),
  description: text(2000),
  placeName: line(40),
  /** The node it belongs to: the centre or one of its communities. */
  node: id,
  /** A picture, or null for the drawing of the category. */
  photo: v.nullable(v.pipe(v.string(), v.maxLength(300))),
  sessions: v.pipe(v.array(session), v.minLength(1), v.maxLength(60)),
  seats: whole(1, mostPlaces),
  waitlist: whole(0, 200),
  /** Percent of the seats that staff give out on behalf of people whose fingers are slow. */
  heldPercent: whole(0, 50),
  /** Seats one household may take; null = no limit. */
  householdCap: v.nullable(whole(1, 10)),
  mode,
  opensAt: instant,
  closesAt: instant,
  cancelUntil: instant,
  drawAt: v.nullable(instant),
  eligibility,
  questions: v.pipe(v.array(question), v.maxLength(5)),
  attachments: v.pipe(v.array(attachment), v.maxLength(5)),
  /** Outings count heads at each departure. */
  headCount: v.boolean(),
  /** Percent of the sessions that must be attended to complete a series. */
  completionPercent: whole(0, 100),
})

/** One line of a list. */
export const activityCard = v.object({
  id,
  title: v.string(),
  category,
  summary: v.string(),
  placeName: v.string(),
  photo: v.nullable(v.string()),
  state: v.picklist(['published', 'withdrawn']),
  mode,
  startsAt: instant,
  endsAt: instant,
  sessions: v.number(),
  /** The session that is on or comes next, `number` 1 being the first; null when all are over. */
  nextSession: v.nullable(v.object({ startsAt: instant, endsAt: instant, number: v.number() })),
  opensAt: instant,
  closesAt: instant,
  seats: v.number(),
  left: v.number(),
  waiting: v.number(),
  waitlist: v.number(),
  eligibility,
})

export const registrationState = v.picklist([
  'in',
  'waiting',
  'entered',
  'notDrawn',
  'cancelled',
  'withdrawn',
])

/** A place in a class, or in the line for one. */
export const registration = v.object({
  id,
  activity: id,
  title: v.string(),
  placeName: v.string(),
  category,
  startsAt: instant,
  endsAt: instant,
  cancelUntil: instant,
  person: v.object({ id, name: v.string() }),
  /** Who signed them up, when it was somebody else. */
  by: v.nullable(v.string()),
  state: registrationState,
  /** 1 = next to be promoted. */
  position: v.nullable(v.number()),
  at: instant,
  sessions: v.array(v.object({ startsAt: instant, endsAt: instant, attended: v.boolean() })),
  /** When they were given the certificate of a series; null without one. */
  certifiedAt: v.nullable(instant),
})

/** Why somebody cannot take part: a code of the contract and the facts its words need. */
const reason = v.object({
  code: v.string(),
  data: v.optional(v.record(v.string(), v.union([v.string(), v.number(), v.boolean()]))),
})

const familyMember = v.object({
  id,
  name: v.string(),
  self: v.boolean(),
  state: v.nullable(registrationState),
  position: v.nullable(v.number()),
  /** Under 14: the form asks for a guardian's details. */
  needsGuardian: v.boolean(),
  reason: v.nullable(reason),
})

/** Commit and reveal: the hash is public from the beginning, the seed after the draw, so anybody can check it. */
const draw = v.object({ at: instant, commitment: v.string(), seed: v.nullable(v.string()) })

const detail = v.object({
  ...activityCard.entries,
  node: id,
  nodeName: v.string(),
  description: v.string(),
  sessionTimes: v.array(session),
  cancelUntil: instant,
  householdCap: v.nullable(v.number()),
  questions: v.array(question),
  attachments: v.array(v.object({ name: v.string(), url: v.string() })),
  draw: v.nullable(draw),
  withdrawnBecause: v.nullable(v.string()),
  /** Me and those I may act for; empty before the first sign-in. */
  family: v.array(familyMember),
  /** The centre's number for one-tap calls. */
  callNumber: v.nullable(v.string()),
})

const guardian = v.object({
  emergencyName: personName,
  emergencyPhone: phone,
  /** Who may collect the child. */
  mayCollect: line(60),
})

const attendanceState = v.picklist(['present', 'toConfirm', 'flagged'])

const rosterLine = v.object({
  person: id,
  name: v.string(),
  /** Only for staff of the service; masked for everybody else. */
  phone: v.nullable(v.string()),
  age: v.nullable(v.number()),
  by: v.nullable(v.string()),
  state: registrationState,
  position: v.nullable(v.number()),
  answers: v.array(v.string()),
  /** The phone masked as above. */
  guardian: v.nullable(v.object({ ...guardian.entries, emergencyPhone: v.string() })),
  attendance: v.array(v.nullable(attendanceState)),
  attended: v.number(),
})

const forResident = v.optional(id)
const activity = id
const sessionNumber = whole(0, 59)
const scan = { scannedAt: v.optional(instant), nonce: v.optional(key) }
const publishers = staff('communityStaff', 'centreStaff')
const hosts = staff('communityStaff', 'centreStaff', 'operator', 'keeper', 'lecturer')
const orStaff = residentOr('gridWorker', 'communityStaff', 'centreStaff')

const refusals = [
  'NotOpenYet',
  'SignUpClosed',
  'Withdrawn',
  'Full',
  'HouseholdFull',
  'BirthDateNeeded',
  'TooYoung',
  'TooOld',
  'NotVerified',
  'OtherCommunity',
  'TagNeeded',
] as const

export const activities = contract('activities', {
  /** What is on from a day, soonest first; for one category or audience when asked. */
  list: {
    may: visitor,
    act: 'read',
    input: v.object({
      from: v.optional(day),
      to: v.optional(day),
      category: v.optional(category),
      after: v.optional(cursor),
    }),
    output: page(activityCard),
    errors: [],
  },

  /** One activity, with what each member of my family could do about it and why not. */
  get: {
    may: visitor,
    act: 'read',
    input: v.object({ activity }),
    output: detail,
    errors: [],
  },

  /** Takes a seat or a place in the line. The same key answers the same. */
  signUp: {
    may: orStaff,
    act: 'change',
    input: v.object({
      key,
      forResident,
      activity,
      answers: v.optional(
        v.pipe(v.array(v.pipe(v.string(), v.trim(), v.maxLength(100))), v.maxLength(5)),
        [],
      ),
      guardian: v.optional(guardian),
    }),
    output: registration,
    errors: [...refusals, 'AlreadyIn', 'CancelledBefore', 'AnswerNeeded', 'GuardianNeeded'],
  },

  /** Gives the seat or the place in the line back at once; the first in line moves up. */
  cancel: {
    may: orStaff,
    act: 'change',
    input: v.object({ key, forResident, activity }),
    output: registration,
    errors: ['NotSignedUp', 'TooLateToCancel'],
  },

  /** Mine and those of the people I act for, soonest first; `past` for what is over. */
  mine: {
    may: resident,
    act: 'read',
    input: v.object({ past: v.optional(v.boolean(), false), after: v.optional(cursor) }),
    output: page(registration),
    errors: [],
  },

  /** Masked names of those taking part. */
  participants: {
    may: resident,
    act: 'read',
    input: v.object({ activity }),
    output: v.object({ names: v.array(v.string()), seats: v.number() }),
    errors: [],
  },

  /** By the rotating code of the venue screen; scanned without a network, it is sent later with its scan time. */
  checkIn: {
    may: residentOr(),
    act: 'change',
    input: v.object({ key, forResident, code: v.pipe(v.string(), v.maxLength(200)), ...scan }),
    output: v.object({ activity, title: v.string(), session: v.number(), state: attendanceState }),
    errors: [
      'NotOurCode',
      'CodeExpired',
      'NotSignedUp',
      'NotNow',
      'ScannedTooLongAgo',
      'Withdrawn',
    ],
  },

  publish: {
    may: publishers,
    act: 'change',
    input: v.object({ key, draft: activityDraft }),
    output: v.object({ activity }),
    errors: [
      'TimesOutOfOrder',
      'TooManyPlaces',
      'OpensInPast',
      'DrawTimeNeeded',
      'TextRefused',
      'CheckAway',
      ...uploadErrors,
    ],
  },

  /** Changes a published activity; fewer seats than are taken are refused. `rev` is the version that was read. */
  edit: {
    may: publishers,
    act: 'change',
    input: v.object({ key, activity, rev: whole(1, 1_000_000), draft: activityDraft }),
    output: v.object({ activity }),
    errors: [
      'TimesOutOfOrder',
      'TooManyPlaces',
      'DrawTimeNeeded',
      'SeatsTaken',
      'ChangedMeanwhile',
      'Withdrawn',
      'TextRefused',
      'CheckAway',
      'AlreadyDrawn',
      ...uploadErrors,
    ],
  },

  /** The draft of a published activity, to edit it or to publish another like it. */
  getDraft: {
    may: publishers,
    act: 'read',
    input: v.object({ activity }),
    output: v.object({ draft: activityDraft, rev: v.number() }),
    errors: [],
  },

  /** Calls it off; everybody signed up is told why. */
  withdraw: {
    may: publishers,
    act: 'change',
    input: v.object({ key, activity, because: line(100) }),
    output: v.object({ told: v.number() }),
    errors: ['TextRefused', 'CheckAway'],
  },

  /** Draws now what would be drawn at its time. */
  drawLots: {
    may: publishers,
    act: 'change',
    input: v.object({ key, activity }),
    output: v.object({ drawn: v.number(), waiting: v.number(), seed: v.string() }),
    errors: ['NotADraw', 'TooEarlyToDraw', 'AlreadyDrawn'],
  },

  /** What staff of the caller's nodes run, soonest first. */
  listForStaff: {
    may: hosts,
    act: 'read',
    input: v.object({ past: v.optional(v.boolean(), false), after: v.optional(cursor) }),
    output: page(activityCard),
    errors: [],
  },

  roster: {
    may: hosts,
    act: 'read',
    input: v.object({ activity }),
    output: v.object({
      card: activityCard,
      rev: v.number(),
      sessionTimes: v.array(session),
      questions: v.array(question),
      lines: v.array(rosterLine),
      present: v.array(v.number()),
      headCounts: v.array(v.nullable(v.number())),
      /** Heads are counted at each departure. */
      headCount: v.boolean(),
      /** When lots are drawn, from when staff may draw them too; null where there is no draw. */
      drawAt: v.nullable(instant),
      /** In line when automatic promotion has stopped: staff call them. */
      toCall: v.array(id),
      heldLeft: v.number(),
    }),
    errors: [],
  },

  /** After a call: gives a free seat to somebody in line. */
  promote: {
    may: publishers,
    act: 'change',
    input: v.object({ key, activity, person: id }),
    output: v.object({}),
    errors: ['NotWaiting', 'Full'],
  },

  /** The code the venue screen shows at this moment. */
  checkInCode: {
    may: displayOr('communityStaff', 'centreStaff', 'operator', 'keeper', 'lecturer'),
    act: 'read',
    input: v.object({ activity }),
    output: v.object({
      title: v.string(),
      placeName: v.string(),
      session: v.nullable(v.number()),
      startsAt: v.nullable(instant),
      endsAt: v.nullable(instant),
      link: v.nullable(v.string()),
      validUntil: v.nullable(instant),
      present: v.number(),
      expected: v.number(),
    }),
    errors: [],
  },

  /** Staff scan the member code; without a network, it is sent later with its scan time. */
  checkInByCard: {
    may: hosts,
    act: 'change',
    input: v.object({ key, activity, session: sessionNumber, card: id, ...scan }),
    output: v.object({ name: v.string(), state: attendanceState, already: v.boolean() }),
    errors: ['CardUnknown', 'NotSignedUp', 'NotNow', 'ScannedTooLongAgo', 'Withdrawn'],
  },

  /** Ticks or unticks a name. */
  tick: {
    may: hosts,
    act: 'change',
    input: v.object({ key, activity, session: sessionNumber, person: id, present: v.boolean() }),
    output: v.object({}),
    errors: ['NotSignedUp', 'NotNow'],
  },

  /** Ticks everybody named who is in, in one tap; who was ticked before stays as they are. */
  tickAll: {
    may: hosts,
    act: 'change',
    input: v.object({
      key,
      activity,
      session: sessionNumber,
      persons: v.pipe(v.array(id), v.minLength(1), v.maxLength(mostPlaces)),
    }),
    output: v.object({ present: v.number() }),
    errors: ['NotNow'],
  },

  /** A second person confirms, or refuses, a check-in that was scanned without a network. */
  confirmCheckIn: {
    may: hosts,
    act: 'change',
    input: v.object({ key, activity, session: sessionNumber, person: id, accept: v.boolean() }),
    output: v.object({}),
    errors: ['NothingToConfirm', 'NotYourself'],
  },

  /** Heads counted at a departure of an outing. */
  countHeads: {
    may: hosts,
    act: 'change',
    input: v.object({ key, activity, session: sessionNumber, heads: whole(0, mostPlaces) }),
    output: v.object({ expected: v.number() }),
    errors: ['NotAnOuting'],
  },

  /** Who completed the series, by the attendance it asks for. */
  completion: {
    may: hosts,
    act: 'read',
    input: v.object({ activity }),
    output: v.object({
      needed: v.number(),
      lines: v.array(
        v.object({
          person: id,
          name: v.string(),
          attended: v.number(),
          completed: v.boolean(),
          certifiedAt: v.nullable(instant),
        }),
      ),
    }),
    errors: [],
  },

  /** Puts on record that those named who completed the series were given its certificate; once each. */
  certify: {
    may: publishers,
    act: 'change',
    input: v.object({
      key,
      activity,
      persons: v.pipe(v.array(id), v.minLength(1), v.maxLength(mostPlaces)),
    }),
    output: v.object({ certified: v.number() }),
    errors: ['NoCompletion'],
  },

  /** A poster to print: its picture holds a mini-program code that leads to the activity. */
  poster: {
    may: publishers,
    act: 'read',
    input: v.object({ activity }),
    output: v.object({ card: activityCard, codeUrl: v.string() }),
    errors: [],
  },

  /** 场次, 人次 and 人数 between two days, from the check-ins. */
  statistics: {
    may: staff('communityStaff', 'centreStaff', 'operator'),
    act: 'read',
    input: v.object({ from: day, to: day }),
    output: v.object({ sessions: v.number(), checkIns: v.number(), people: v.number() }),
    errors: ['PeriodTooLong'],
  },
})

export type ActivityDraft = v.InferOutput<typeof activityDraft>
export type ActivityCard = v.InferOutput<typeof activityCard>
export type ActivityDetail = v.InferOutput<typeof detail>
export type Registration = v.InferOutput<typeof registration>
export type RegistrationState = v.InferOutput<typeof registrationState>
export type Eligibility = v.InferOutput<typeof eligibility>
export type Category = v.InferOutput<typeof category>
export type RosterLine = v.InferOutput<typeof rosterLine>
