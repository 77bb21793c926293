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
import { skill, skills } from './shared/skills'

/** What a shift is for: 理发师, 理发助手, 食堂帮厨, 送餐. */
export const shiftKinds = ['barber', 'haircutHelper', 'canteenHelper', 'delivery'] as const
export const shiftKind = v.picklist(shiftKinds)

/** One document holds who is on a shift, so their number is bounded. */
export const mostOnShift = 60

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
  /** The service made it: what it is follows that service. */
  followsService: v.boolean(),
  state: v.picklist(['open', 'calledOff']),
  /** Whether I am on it. */
  mine: v.boolean(),
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
})

const entryState = v.picklist(['proposed', 'confirmed', 'refused'])

/** Hours somebody gave, in minutes; a correction is a new entry with minutes below 0. */
const hoursEntry = v.object({
  id,
  person: v.object({ id, name: v.string() }),
  day,
  minutes: v.number(),
  what: v.string(),
  shift: v.nullable(id),
  state: entryState,
  enteredBy: v.string(),
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
  leader: v.nullable(v.object({ id, name: v.string() })),
  /** Places in all, and how many are in it. */
  most: v.number(),
  members: v.number(),
  /** Takes in more people. */
  open: v.boolean(),
  /** Whether the person it was asked for is in it. */
  mine: v.boolean(),
  /** Whether the caller may change it, as staff of its node. */
  mayEdit: v.boolean(),
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
    errors: ['AgeUnknown', 'GuardianNeeded', 'ConsentNeeded', 'NotForMinors', 'TextRefused'],
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
    errors: ['NotInTeam', 'MoreAreInIt'],
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
    output: v.object({ steps: v.array(levelStep) }),
    errors: [],
  },

  saveLevels: {
    may: staff('centreStaff'),
    act: 'change',
    input: v.object({ key, steps: v.pipe(v.array(levelStep), v.minLength(1), v.maxLength(10)) }),
    output: v.object({ steps: v.array(levelStep) }),
    errors: ['StepsOutOfOrder'],
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

  /** What still needs people, and what I am on, soonest first. */
  listShifts: {
    may: resident,
    act: 'read',
    input: v.object({ mine: v.optional(v.boolean(), false), after: v.optional(cursor) }),
    output: page(shift),
    errors: [],
  },

  /** I come. The same key answers the same. */
  confirmShift: {
    may: resident,
    act: 'change',
    input: v.object({ key, shift: id }),
    output: shift,
    errors: ['NotAVolunteer', 'ShiftFull', 'ShiftOver', 'ShiftCalledOff'],
  },

  /** I cannot come after all; who depends on it is told at once. */
  withdrawFromShift: {
    may: resident,
    act: 'change',
    input: v.object({ key, shift: id, because: v.optional(line(60)) }),
    output: shift,
    errors: ['NotOnShift', 'ShiftOver'],
  },

  /** My confirmed minutes by month and in the last 12 months, and the entries, newest first. */
  myHours: {
    may: resident,
    act: 'read',
    input: v.object({ after: v.optional(cursor) }),
    output: v.object({
      lastYear: v.number(),
      months: v.array(v.object({ month: v.string(), minutes: v.number() })),
      entries: page(hoursEntry),
    }),
    errors: [],
  },

  /**
   * A new shift of a node, or changes to one, which stays where it is. Fewer people than are on it are refused; of what a
   * service made only their number can change.
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
      /** The meal of that day which a delivery carries: whoever is on the shift sees where to. */
      meal: v.optional(id),
    }),
    output: shift,
    errors: [
      'TimesOutOfOrder',
      'InPast',
      'MoreAreOnIt',
      'ShiftCalledOff',
      'ShiftOver',
      'FollowsItsService',
      'NoSuchMeal',
    ],
  },

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
    errors: ['ShiftFull', 'ShiftOver', 'ShiftCalledOff', 'AlreadyOnShift'],
  },

  takeOffShift: {
    may: coordinators,
    act: 'change',
    input: v.object({ key, shift: id, person: id, because: v.optional(line(60)) }),
    output: done,
    errors: ['NotOnShift', 'ShiftOver'],
  },

  /**
   * Staff enter hours; a second person confirms them. For a shift that is over: once for each person who was on it, on its
   * day. Below 0 it corrects an earlier entry.
   */
  enterHours: {
    may: coordinators,
    act: 'change',
    input: v.object({
      key,
      person: id,
      shift: v.optional(id),
      day,
      minutes: whole(-1440, 1440),
      what: line(40),
    }),
    output: hoursEntry,
    errors: [
      'InFuture',
      'NoMinutes',
      'NotYourself',
      'NotOnShift',
      'ShiftNotOver',
      'AlreadyEntered',
      'LongerThanShift',
    ],
  },

  /** Neither who entered them nor whose they are. */
  confirmHours: {
    may: coordinators,
    act: 'change',
    input: v.object({ key, entry: id }),
    output: hoursEntry,
    errors: ['NotYourself', 'AlreadyDecided', 'BelowZero'],
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
})

export type Shift = v.InferOutput<typeof shift>
export type ShiftKind = v.InferOutput<typeof shiftKind>
export type HoursEntry = v.InferOutput<typeof hoursEntry>
export type Registration = v.InferOutput<typeof registration>
export type FreeTime = v.InferOutput<typeof freeTime>
export type Standing = v.InferOutput<typeof standing>
export type LevelStep = v.InferOutput<typeof levelStep>
export type Team = v.InferOutput<typeof team>
export type Talent = v.InferOutput<typeof talent>
