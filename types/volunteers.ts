import * as v from 'valibot'
import { contract, resident, staff, visitor, displayOr, residentOr } from './shared/contract'
import {
  cursor,
  day,
  id,
  idempotencyKey as key,
  instant,
  line,
  page,
  phone,
  text,
  time,
  whole,
} from './shared/fields'
import { meal } from './shared/meals'
import { skill, skills } from './shared/skills'

/** What a shift is for: 理发师, 理发助手, 食堂帮厨, 送餐; 护学岗, 巡逻, 大厅引导, 活动帮手, 别的. */
export const shiftKinds = [
  'barber',
  'haircutHelper',
  'canteenHelper',
  'delivery',
  'schoolGate',
  'patrol',
  'hall',
  'event',
  'other',
] as const
export const shiftKind = v.picklist(shiftKinds)

/** One document holds who is on a shift, so their number is bounded. */
export const mostOnShift = 60

const someSkills = v.pipe(v.array(skill), v.maxLength(skills.length))

/** What else there is to know of a shift before somebody says yes. */
const terms = {
  /** One of these is enough; nobody is asked for any when empty. */
  skills: someSkills,
  /** Whoever takes another's place needs the coordinator's word. */
  approveSwaps: v.boolean(),
  /** The duty phone: residents may call it while somebody is on. */
  phone: v.nullable(phone),
  /** The insurance that was taken out for who serves here; empty when none. */
  insurance: text(60),
  /** What to bring and to wear; may be empty. */
  bring: text(60),
}

/** The meal a delivery carries, and which canteen cooks it: that of its day is found when somebody looks. */
const carried = v.object({ node: id, meal })

/** Why somebody may not come to a shift, named as the error that says so. */
export const obstacle = v.picklist(['SkillNeeded', 'NotVerified', 'AdultsOnly', 'NotAlone'])

/** A time at which a service needs people. */
export const shift = v.object({
  id,
  kind: shiftKind,
  title: v.string(),
  placeName: v.string(),
  startsAt: instant,
  endsAt: instant,
  needed: v.number(),
  confirmed: v.number(),
  /** The service that made it, such as a haircut session, and that it follows; null when staff made it. */
  thing: v.nullable(id),
  /** Whoever is on it sees on its day where to. */
  carries: v.nullable(carried),
  /** The service made it: what it is follows that service. */
  followsService: v.boolean(),
  state: v.picklist(['open', 'calledOff']),
  /** Raised by every edit. */
  rev: v.number(),
  /** Whether I am on it. */
  mine: v.boolean(),
  ...terms,
  /** The post that makes it again and again; null when it stands alone. */
  post: v.nullable(id),
  /** Whether I lead it. */
  leads: v.boolean(),
  /** Why I may not come, whoever else may; null when I may, am no volunteer yet, or nobody asked. */
  obstacle: v.nullable(obstacle),
  /** How my own place stands when I would like somebody else to come. */
  swap: v.nullable(v.picklist(['offered', 'waits'])),
  /** To who is on it: what those before them on the same post wrote down. */
  handOver: v.nullable(v.string()),
})

const onShift = v.object({
  person: id,
  name: v.string(),
  phoneMasked: v.nullable(v.string()),
  at: instant,
  /** The staff member who put them on it, when it was not they themselves. */
  by: v.nullable(v.string()),
  /** Minutes confirmed or waiting for this shift. */
  minutes: v.number(),
  leads: v.boolean(),
  /** They would like somebody else to come, and who would. */
  swap: v.nullable(v.object({ takenBy: v.nullable(v.object({ id, name: v.string() })) })),
})

/** A place on a shift that somebody would like to hand on. Names are masked, but to staff of the shift. */
const swap = v.object({
  shift,
  from: v.object({ id, name: v.string() }),
  /** Who took it and waits for the coordinator's word. */
  takenBy: v.nullable(v.object({ id, name: v.string() })),
  /** What I am to it: whose place it is, who took it, staff of the shift, or somebody who may take it. */
  role: v.picklist(['from', 'taker', 'staff', 'other']),
})

/** A post that is filled again and again, such as the crossing before school; a timer makes its shifts. */
export const postDraft = v.object({
  kind: shiftKind,
  title: line(40),
  placeName: line(40),
  node: id,
  /** An RFC 5545 rule such as FREQ=WEEKLY;BYDAY=MO,WE,FR. */
  recurrence: v.pipe(v.string(), v.trim(), v.maxLength(120), v.regex(/^FREQ=[A-Z0-9=;,+-]+$/)),
  from: day,
  /** The last day; null when it goes on. */
  until: v.nullable(day),
  startsAt: time,
  endsAt: time,
  needed: whole(1, mostOnShift),
  carries: v.nullable(carried),
  ...terms,
  /** Whether it takes place on statutory holidays. */
  holidays: v.picklist(['keep', 'skip']),
  /** Days on which it does not take place. */
  skipped: v.pipe(v.array(day), v.maxLength(100)),
})

const post = v.object({
  ...postDraft.entries,
  id,
  /** Raised by every change. */
  rev: v.number(),
  /** When it takes place next; null when it has come to its end. */
  next: v.nullable(instant),
})

/**
 * What a second person has to look at: closed by rule, scanned without a network, at a time that does not fit, away in
 * between or gone twice, gone without having come.
 */
export const attendanceFlags = [
  'closedByRule',
  'scannedOffline',
  'scanDoesNotFit',
  'cameAgain',
  'cameUnknown',
] as const
const attendanceFlag = v.picklist(attendanceFlags)

/** When somebody came to a shift and went. */
const attendance = v.object({
  in: instant,
  out: v.nullable(instant),
  flags: v.array(attendanceFlag),
})

const entryState = v.picklist(['proposed', 'confirmed', 'refused'])

/** Hours somebody gave, in minutes; a correction is a new entry of the difference, below 0 when it takes away. */
const hoursEntry = v.object({
  id,
  person: v.object({ id, name: v.string() }),
  day,
  minutes: v.number(),
  what: v.string(),
  shift: v.nullable(id),
  /** The entry it corrects. */
  corrects: v.nullable(id),
  state: entryState,
  /** Empty when the system proposed it, from when they came and went. */
  enteredBy: v.string(),
  attendance: v.nullable(attendance),
  /** May I, as a second person, confirm it? */
  mayConfirm: v.boolean(),
  confirmedBy: v.nullable(v.string()),
  because: v.nullable(v.string()),
  at: instant,
})

const mySkills = v.pipe(v.array(skill), v.maxLength(skills.length))

export const dayParts = ['morning', 'afternoon', 'evening'] as const

/** A time of the week at which somebody usually can come: 0 = Sunday. */
const freeTime = v.object({ weekday: whole(0, 6), part: v.picklist(dayParts) })

/** What a volunteer says of themselves when registering. */
export const registration = v.object({
  skills: mySkills,
  /** What they would like to do, in their own words. */
  wishes: text(100),
  free: v.pipe(v.array(freeTime), v.maxLength(7 * dayParts.length)),
  /** May be found in the talent directory by other staff. */
  listed: v.boolean(),
  /** Staff may be shown the number; each look is on record. */
  contact: v.boolean(),
  /** Name on the honour wall and in the ranking. */
  honours: v.boolean(),
})

const training = v.object({ id, what: v.string(), day, by: v.string() })

/** A level of the rule table: reached with both. */
const levelStep = v.object({
  name: line(10),
  /** Confirmed minutes, in all. */
  minutes: whole(0, 6_000_000),
  trainings: whole(0, 100),
})

/** One document holds who is in a team, so their number is bounded. */
export const mostInTeam = 100

const team = v.object({
  id,
  name: v.string(),
  about: v.string(),
  /** Named to its staff and to those in it; to others masked, and without the id. */
  leader: v.nullable(v.object({ id: v.nullable(id), name: v.string() })),
  /** Places in all, and how many are in it. */
  most: v.number(),
  members: v.number(),
  /** Takes in more people. */
  open: v.boolean(),
  /** Whether the person it was asked for is in it. */
  mine: v.boolean(),
  /** Whether the caller may change it, as staff of its node. */
  mayEdit: v.boolean(),
  /** Raised by every edit. */
  rev: v.number(),
})

/** What a volunteer has come to. */
const standing = v.object({
  ...registration.entries,
  since: day,
  /** Confirmed minutes, in all. */
  minutes: v.number(),
  /** The highest level reached; null below the first. */
  level: v.nullable(v.string()),
  /** The next level, and what is missing for it. */
  next: v.nullable(v.object({ name: v.string(), minutes: v.number(), trainings: v.number() })),
  trainings: v.array(training),
  teams: v.array(v.object({ id, name: v.string() })),
})

const talent = v.object({
  id,
  name: v.string(),
  /** The building, to see how far they would have to come. */
  placeName: v.nullable(v.string()),
  skills: mySkills,
  wishes: v.string(),
  free: v.array(freeTime),
  level: v.nullable(v.string()),
  minutes: v.number(),
  /** They agreed that staff are shown their number. */
  contact: v.boolean(),
})

const coordinators = staff('communityStaff', 'centreStaff', 'canteenStaff', 'operator')
const done = v.object({})

/** Points for confirmed hours, from a day on; the latest that has begun is in force. */
export const pointRuleDraft = v.object({
  from: day,
  perHour: whole(0, 1000),
  /** Kinds of shift that give more or less. */
  kinds: v.pipe(
    v.array(v.object({ kind: shiftKind, perHour: whole(0, 1000) })),
    v.maxLength(shiftKinds.length),
  ),
})

const pointsLine = v.object({
  id,
  /** Below 0 was spent. */
  points: v.number(),
  what: v.string(),
  at: instant,
})

/** Kept on the phone while the network is away, and sent later with the moment it was made. */
const sentLater = { scannedAt: v.optional(instant), nonce: v.optional(key) }
const checkedIn = v.object({ shift: id, title: v.string(), attendance })
const scanErrors = [
  'NotOnShift',
  'NotNow',
  'ScannedTooLongAgo',
  'NotHereYet',
  'AlreadyClosed',
  'ShiftCalledOff',
] as const

export const volunteers = contract('volunteers', {
  /** What somebody is as a volunteer: `standing` is null for who is none, `minor` while nobody knows the age. */
  myStanding: {
    may: residentOr('gridWorker', 'communityStaff', 'centreStaff', 'operator'),
    act: 'read',
    input: v.object({ forResident: v.optional(id) }),
    output: v.object({
      name: v.string(),
      minor: v.nullable(v.boolean()),
      standing: v.nullable(standing),
      /** Who was shown the number last and why: for the person themselves, and who acts for them. */
      looks: v.array(v.object({ by: v.string(), because: v.string(), at: instant })),
    }),
    errors: [],
  },

  /**
   * Registers as a volunteer, or changes what was said. A minor is registered by the guardian who acts for them, or by
   * staff who hold the guardian's signed form. What somebody agrees to, nobody agrees to for them.
   */
  register: {
    may: residentOr('communityStaff', 'centreStaff'),
    act: 'change',
    input: v.object({
      key,
      forResident: v.optional(id),
      registration,
      /** They say that they are 18 or over: asked where no birth date is known. */
      adult: v.optional(v.boolean(), false),
      /** The policy that was read. */
      policy: line(20),
      /** How somebody without a phone, or the guardian of a minor, said yes before staff. */
      said: v.optional(v.picklist(['spoken', 'signedForm'])),
    }),
    output: standing,
    errors: [
      'AgeUnknown',
      'GuardianNeeded',
      'ConsentNeeded',
      'NotForMinors',
      'TextRefused',
      'CheckAway',
    ],
  },

  /** No volunteer any more: what was given stays on record, shifts to come are free again, teams are left. */
  resign: {
    may: residentOr('communityStaff', 'centreStaff'),
    act: 'change',
    input: v.object({ key, forResident: v.optional(id) }),
    output: done,
    errors: ['NotAVolunteer'],
  },

  /** The teams of the centre, by name. */
  teams: {
    may: residentOr('communityStaff', 'centreStaff'),
    act: 'read',
    input: v.object({ forResident: v.optional(id), after: v.optional(cursor) }),
    output: page(team),
    errors: [],
  },

  /** Into a team, or out of it. The same key answers the same. */
  joinTeam: {
    may: residentOr('communityStaff', 'centreStaff'),
    act: 'change',
    input: v.object({ key, forResident: v.optional(id), team: id, join: v.boolean() }),
    output: team,
    errors: ['NotAVolunteer', 'TeamFull', 'TeamClosed'],
  },

  /** A new team of a node, or changes to one, which stays where it is. Who leads it is in it. */
  saveTeam: {
    may: staff('communityStaff', 'centreStaff'),
    act: 'change',
    input: v.object({
      key,
      team: v.optional(id),
      /** As it was when it was opened. */
      rev: v.optional(v.number()),
      draft: v.object({
        name: line(20),
        about: text(100),
        node: v.optional(id),
        most: whole(2, mostInTeam),
        open: v.boolean(),
        leader: v.nullable(id),
      }),
    }),
    output: team,
    errors: ['NotInTeam', 'MoreAreInIt', 'AdultsOnly', 'LeaderAgeUnknown', 'ChangedMeanwhile'],
  },

  /** Who is in a team, by name. */
  teamMembers: {
    may: staff('communityStaff', 'centreStaff'),
    act: 'read',
    input: v.object({ team: id }),
    output: v.object({
      team,
      people: v.array(
        v.object({ person: id, name: v.string(), phoneMasked: v.nullable(v.string()) }),
      ),
    }),
    errors: [],
  },

  /** The table of levels. */
  levels: {
    may: visitor,
    act: 'read',
    input: v.object({}),
    output: v.object({
      steps: v.array(levelStep),
      /** Raised by every edit; 0 while it is the usual table. */
      rev: v.number(),
    }),
    errors: [],
  },

  saveLevels: {
    may: staff('centreStaff'),
    act: 'change',
    input: v.object({
      key,
      steps: v.pipe(v.array(levelStep), v.minLength(1), v.maxLength(10)),
      /** As it was when it was opened. */
      rev: v.optional(v.number()),
    }),
    output: v.object({ steps: v.array(levelStep), rev: v.number() }),
    errors: ['StepsOutOfOrder', 'ChangedMeanwhile'],
  },

  /** A volunteer took part in a training. */
  recordTraining: {
    may: staff('communityStaff', 'centreStaff', 'operator'),
    act: 'change',
    input: v.object({ key, person: id, what: line(40), day }),
    output: done,
    errors: ['NotAVolunteer', 'InFuture'],
  },

  /** It was entered by mistake. */
  removeTraining: {
    may: staff('communityStaff', 'centreStaff', 'operator'),
    act: 'change',
    input: v.object({ key, person: id, training: id }),
    output: done,
    errors: [],
  },

  /** Who can do something, of those below the caller's nodes who agreed to be found; the nearest to `near` first. */
  talents: {
    may: staff('gridWorker', 'communityStaff', 'centreStaff', 'operator'),
    act: 'read',
    input: v.object({
      skill: v.optional(skill),
      /** A place, such as the building of who needs somebody. */
      near: v.optional(id),
      after: v.optional(cursor),
    }),
    output: page(talent),
    errors: [],
  },

  /** The number of somebody who agreed; who looked and why is on record, for them to read too. */
  revealContact: {
    may: staff('gridWorker', 'communityStaff', 'centreStaff', 'operator'),
    act: 'change',
    input: v.object({ key, person: id, because: line(60) }),
    output: v.object({ name: v.string(), phone: v.nullable(v.string()) }),
    errors: ['NoConsent'],
  },

  /**
   * What still needs people, soonest first: with `near` in the community of the person and what they may take, of one
   * kind and of one day where said. With `mine`, what they are on.
   */
  listShifts: {
    may: residentOr(),
    act: 'read',
    input: v.object({
      forResident: v.optional(id),
      mine: v.optional(v.boolean(), false),
      near: v.optional(v.boolean(), false),
      kind: v.optional(shiftKind),
      day: v.optional(day),
      after: v.optional(cursor),
    }),
    output: page(shift),
    errors: [],
  },

  /** I come. The same key answers the same. */
  confirmShift: {
    may: residentOr(),
    act: 'change',
    input: v.object({ key, forResident: v.optional(id), shift: id }),
    output: shift,
    errors: [
      'NotAVolunteer',
      'ShiftFull',
      'ShiftOver',
      'ShiftCalledOff',
      'SkillNeeded',
      'NotVerified',
      'AdultsOnly',
      'NotAlone',
      'AtTheSameTime',
    ],
  },

  /** I cannot come after all; who depends on it is told at once. */
  withdrawFromShift: {
    may: residentOr(),
    act: 'change',
    input: v.object({ key, forResident: v.optional(id), shift: id, because: v.optional(line(60)) }),
    output: shift,
    errors: ['NotOnShift', 'ShiftOver', 'AlreadyHere'],
  },

  /** My confirmed minutes by month and in the last 12 months, and the entries, newest first. */
  myHours: {
    may: residentOr(),
    act: 'read',
    input: v.object({ forResident: v.optional(id), after: v.optional(cursor) }),
    output: v.object({
      lastYear: v.number(),
      months: v.array(v.object({ month: v.string(), minutes: v.number() })),
      entries: page(hoursEntry),
    }),
    errors: [],
  },

  /**
   * A new shift of a node, or changes to one, which stays where it is. Fewer people than are on it are refused, and what
   * somebody on it may not do, who is named; of what a service made only their number can change.
   */
  saveShift: {
    may: coordinators,
    act: 'change',
    input: v.object({
      key,
      shift: v.optional(id),
      kind: shiftKind,
      title: line(40),
      placeName: line(40),
      node: v.optional(id),
      startsAt: instant,
      endsAt: instant,
      needed: whole(1, mostOnShift),
      /** As it was when it was opened: what a colleague changed meanwhile is not overwritten. */
      rev: v.optional(v.number()),
      /** Left as they are when absent. */
      carries: v.optional(v.nullable(carried)),
      skills: v.optional(terms.skills),
      approveSwaps: v.optional(terms.approveSwaps),
      phone: v.optional(terms.phone),
      insurance: v.optional(terms.insurance),
      bring: v.optional(terms.bring),
    }),
    output: shift,
    errors: [
      'TimesOutOfOrder',
      'InPast',
      'MoreAreOnIt',
      'ShiftCalledOff',
      'ShiftOver',
      'FollowsItsService',
      'NotYourCanteen',
      'ChangedMeanwhile',
      'ShiftTooLong',
      'SomebodyCame',
      'NotForWhoIsOnIt',
    ],
  },

  /** It does not take place; once it has begun, it is over at once, and the time of who came counts. */
  callOffShift: {
    may: coordinators,
    act: 'change',
    input: v.object({ key, shift: id, because: line(100) }),
    output: v.object({ told: v.number() }),
    errors: ['ShiftOver', 'FollowsItsService'],
  },

  /** Shifts of the caller's nodes from a day on, soonest first. */
  shiftsForStaff: {
    may: coordinators,
    act: 'read',
    input: v.object({ from: v.optional(day), thing: v.optional(id), after: v.optional(cursor) }),
    output: page(shift),
    errors: [],
  },

  /** Who is on a shift. */
  shiftRoster: {
    may: coordinators,
    act: 'read',
    input: v.object({ shift: id }),
    output: v.object({ shift, people: v.array(onShift) }),
    errors: [],
  },

  /** Staff put somebody on a shift who said yes by phone, or take somebody off it who is ill. */
  putOnShift: {
    may: coordinators,
    act: 'change',
    input: v.object({ key, shift: id, person: id }),
    output: done,
    errors: [
      'ShiftFull',
      'ShiftOver',
      'ShiftCalledOff',
      'AlreadyOnShift',
      'GuardianNeeded',
      'NotVerified',
      'AdultsOnly',
      'NotAlone',
      'AtTheSameTime',
    ],
  },

  takeOffShift: {
    may: coordinators,
    act: 'change',
    input: v.object({ key, shift: id, person: id, because: v.optional(line(60)) }),
    output: done,
    errors: ['NotOnShift', 'ShiftOver', 'AlreadyHere'],
  },

  /** Who of those on it leads a shift: ticks the others and is asked on the spot; null for nobody. */
  setLeader: {
    may: coordinators,
    act: 'change',
    input: v.object({ key, shift: id, person: v.nullable(id) }),
    output: done,
    errors: ['NotOnShift', 'ShiftOver', 'ShiftCalledOff', 'AdultsOnly', 'LeaderAgeUnknown'],
  },

  /** The posts of the caller's nodes as they recur, early ones first. */
  posts: {
    may: coordinators,
    act: 'read',
    input: v.object({ after: v.optional(cursor) }),
    output: page(post),
    errors: [],
  },

  /**
   * A new post (`rev` 0) or a change of one, and its shifts: those nobody is on follow, those with people on them at
   * another time or on a day it no longer makes stay as they are and are named.
   */
  savePost: {
    may: coordinators,
    act: 'change',
    input: v.object({ key, post: v.optional(id), rev: whole(0, 1_000_000), draft: postDraft }),
    output: v.object({ post, kept: v.array(shift) }),
    errors: ['TimesOutOfOrder', 'NoDates', 'ChangedMeanwhile', 'NotYourCanteen'],
  },

  /** The next days a draft makes, before it is saved. */
  previewPost: {
    may: coordinators,
    act: 'read',
    input: v.object({ draft: postDraft }),
    output: v.object({ days: v.array(day) }),
    errors: ['NoDates'],
  },

  /** I would like somebody else to come in my place; until somebody does, it stays mine. `offer` false takes it back. */
  offerSwap: {
    may: residentOr(),
    act: 'change',
    input: v.object({ key, forResident: v.optional(id), shift: id, offer: v.boolean() }),
    output: shift,
    errors: ['NotOnShift', 'ShiftBegun', 'ShiftCalledOff'],
  },

  /** I come in somebody's place; where the post asks for it, a coordinator agrees first. `take` false: I do not, after all. */
  takeSwap: {
    may: residentOr(),
    act: 'change',
    input: v.object({
      key,
      forResident: v.optional(id),
      shift: id,
      from: id,
      take: v.optional(v.boolean(), true),
    }),
    output: v.object({ waits: v.boolean() }),
    errors: [
      'NotAVolunteer',
      'NotOffered',
      'AlreadyTaken',
      'AlreadyOnShift',
      'ShiftBegun',
      'ShiftCalledOff',
      'SkillNeeded',
      'NotVerified',
      'AdultsOnly',
      'NotAlone',
      'AtTheSameTime',
    ],
  },

  /** Places others would like to hand on, those I would, and those that wait for my word as staff; soonest first. */
  swaps: {
    may: residentOr(),
    act: 'read',
    input: v.object({ forResident: v.optional(id), after: v.optional(cursor) }),
    output: page(swap),
    errors: [],
  },

  answerSwap: {
    may: coordinators,
    act: 'change',
    input: v.object({ key, shift: id, from: id, agree: v.boolean() }),
    output: done,
    errors: ['NothingToAnswer', 'ShiftBegun', 'ShiftCalledOff'],
  },

  /** What the next ones on this post should know: they read it until somebody writes anew. */
  writeHandOver: {
    may: residentOr(),
    act: 'change',
    input: v.object({ key, forResident: v.optional(id), shift: id, words: line(200) }),
    output: done,
    errors: ['NotOnShift', 'NoPost', 'NotBegun', 'TextRefused', 'CheckAway'],
  },

  /** Who is on duty at this moment, where, and whom to call. Names are masked; who is under age is not named. */
  onDuty: {
    may: visitor,
    act: 'read',
    input: v.object({}),
    output: v.object({
      items: v.array(
        v.object({
          id,
          kind: shiftKind,
          title: v.string(),
          placeName: v.string(),
          names: v.array(v.string()),
          /** How many more are there who are not named. */
          more: v.number(),
          /** They checked in; else they are only down for it. */
          here: v.boolean(),
          until: instant,
          phone: v.nullable(v.string()),
        }),
      ),
    }),
    errors: [],
  },

  /**
   * Staff enter hours; a second person confirms them. For a shift that is over: once for each person who was on it, on its
   * day.
   */
  enterHours: {
    may: coordinators,
    act: 'change',
    input: v.object({
      key,
      person: id,
      shift: v.optional(id),
      day,
      minutes: whole(1, 1440),
      what: line(40),
    }),
    output: hoursEntry,
    errors: [
      'InFuture',
      'NotYourself',
      'NotOnShift',
      'ShiftNotOver',
      'AlreadyEntered',
      'LongerThanShift',
    ],
  },

  /**
   * Confirmed hours were more than was given, or fewer: a new entry of the difference, with the day, the shift and the
   * points of the one it corrects. A second person confirms it too.
   */
  correctHours: {
    may: coordinators,
    act: 'change',
    input: v.object({ key, entry: id, minutes: whole(-1440, 1440), what: line(40) }),
    output: hoursEntry,
    errors: ['NoMinutes', 'NotYourself', 'NotConfirmed', 'LongerThanShift', 'BelowZero'],
  },

  /** Neither who entered them nor whose they are. `minutes`: as many as they were shown, which may follow a late scan. */
  confirmHours: {
    may: coordinators,
    act: 'change',
    input: v.object({ key, entry: id, minutes: v.optional(v.number()) }),
    output: hoursEntry,
    errors: ['NotYourself', 'AlreadyDecided', 'BelowZero', 'MinutesChanged'],
  },

  refuseHours: {
    may: coordinators,
    act: 'change',
    input: v.object({ key, entry: id, because: line(100) }),
    output: hoursEntry,
    errors: ['NotYourself', 'AlreadyDecided'],
  },

  /** Entries that wait for a second person, oldest first. */
  hoursToConfirm: {
    may: coordinators,
    act: 'read',
    input: v.object({ after: v.optional(cursor) }),
    output: page(hoursEntry),
    errors: [],
  },

  /** The hours of one person, as `myHours` says them. */
  hoursOf: {
    may: coordinators,
    act: 'read',
    input: v.object({ person: id, after: v.optional(cursor) }),
    output: v.object({
      name: v.string(),
      lastYear: v.number(),
      months: v.array(v.object({ month: v.string(), minutes: v.number() })),
      entries: page(hoursEntry),
    }),
    errors: [],
  },

  /** The rotating code of a shift, for staff, or a screen where nobody is signed in. */
  shiftCode: {
    may: displayOr('communityStaff', 'centreStaff', 'canteenStaff', 'operator'),
    act: 'read',
    input: v.object({ shift: id }),
    output: v.object({
      title: v.string(),
      placeName: v.string(),
      startsAt: instant,
      endsAt: instant,
      /** Null while nobody comes or goes. */
      link: v.nullable(v.string()),
      validUntil: v.nullable(instant),
      /** How many are here now, of how many on it. */
      here: v.number(),
      on: v.number(),
    }),
    errors: [],
  },

  /** By the rotating code: I am here, or I go. Scanned without a network, it is sent later with its scan time. */
  checkIn: {
    may: residentOr(),
    act: 'change',
    input: v.object({
      key,
      forResident: v.optional(id),
      code: v.pipe(v.string(), v.maxLength(200)),
      leaving: v.boolean(),
      ...sentLater,
    }),
    output: checkedIn,
    errors: ['NotOurCode', 'CodeExpired', ...scanErrors],
  },

  /** The leader of a shift, or staff, put somebody down as here or gone; never themselves. */
  tick: {
    may: resident,
    act: 'change',
    input: v.object({ key, shift: id, person: id, leaving: v.boolean(), ...sentLater }),
    output: checkedIn,
    errors: ['NotTheLeader', 'NotYourself', ...scanErrors],
  },

  /** A shift as its leader, or staff, see it: its code, who is here, whose hours wait. */
  leadShift: {
    may: resident,
    act: 'read',
    input: v.object({ shift: id }),
    output: v.object({
      shift,
      link: v.nullable(v.string()),
      validUntil: v.nullable(instant),
      people: v.array(
        v.object({
          person: id,
          name: v.string(),
          /** Whether it is I, whom somebody else puts down. */
          me: v.boolean(),
          attendance: v.nullable(attendance),
          /** Hours of theirs that I may confirm as a second person. */
          toConfirm: v.nullable(v.object({ entry: id, minutes: v.number() })),
          confirmed: v.boolean(),
        }),
      ),
    }),
    errors: ['NotTheLeader'],
  },

  /** The leader of a shift confirms hours as the second person: one entry, or all that nothing is flagged of. */
  confirmAsLeader: {
    may: resident,
    act: 'change',
    input: v.object({
      key,
      shift: id,
      entry: v.optional(id),
      /** As many as they were shown. */
      minutes: v.optional(v.number()),
    }),
    output: v.object({ confirmed: v.number() }),
    errors: ['NotTheLeader', 'NotYourself', 'AlreadyDecided', 'BelowZero', 'MinutesChanged'],
  },

  /** All hours of a shift that nothing is flagged of, with one tap; not my own, nor those I entered or ticked. */
  confirmShiftHours: {
    may: coordinators,
    act: 'change',
    input: v.object({ key, shift: id }),
    output: v.object({ confirmed: v.number() }),
    errors: [],
  },

  /** What I can spend, what I owe after a correction, and what it came from, newest first. */
  myPoints: {
    may: residentOr(),
    act: 'read',
    input: v.object({ forResident: v.optional(id), after: v.optional(cursor) }),
    output: v.object({ points: v.number(), owed: v.number(), lines: page(pointsLine) }),
    errors: [],
  },

  /** All rules there were, that of the opening first. */
  pointRules: {
    may: staff('communityStaff', 'centreStaff'),
    act: 'read',
    input: v.object({}),
    output: v.object({ rules: v.array(pointRuleDraft) }),
    errors: [],
  },

  /**
   * For hours of a day to come and after it; what was given before keeps its points. It takes the place of one that was to
   * begin on the same day.
   */
  savePointRule: {
    may: staff('centreStaff'),
    act: 'change',
    input: v.object({ key, rule: pointRuleDraft }),
    output: v.object({}),
    errors: ['InPast', 'TooManyRules'],
  },
})

export type Carried = v.InferOutput<typeof carried>
export type Shift = v.InferOutput<typeof shift>
export type Obstacle = v.InferOutput<typeof obstacle>
export type PostDraft = v.InferOutput<typeof postDraft>
export type Post = v.InferOutput<typeof post>
export type Swap = v.InferOutput<typeof swap>
export type ShiftKind = v.InferOutput<typeof shiftKind>
export type HoursEntry = v.InferOutput<typeof hoursEntry>
export type Attendance = v.InferOutput<typeof attendance>
export type AttendanceFlag = v.InferOutput<typeof attendanceFlag>
export type PointRuleDraft = v.InferOutput<typeof pointRuleDraft>
export type Registration = v.InferOutput<typeof registration>
export type FreeTime = v.InferOutput<typeof freeTime>
export type Standing = v.InferOutput<typeof standing>
export type LevelStep = v.InferOutput<typeof levelStep>
export type Team = v.InferOutput<typeof team>
export type Talent = v.InferOutput<typeof talent>
