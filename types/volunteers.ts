import * as v from 'valibot'
import { contract, displayOr, resident, residentOr, staff } from './shared/contract'
import { cursor, day, id, idempotencyKey as key, instant, line, page, whole } from './shared/fields'

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

/** What a second person has to look at: closed by rule, scanned without a network, at a time that does not fit. */
export const attendanceFlags = ['closedByRule', 'scannedOffline', 'scanDoesNotFit'] as const
const attendanceFlag = v.picklist(attendanceFlags)

/** When somebody came to a shift and went. */
const attendance = v.object({
  in: instant,
  out: v.nullable(instant),
  flags: v.array(attendanceFlag),
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
  /** Empty when the system proposed it, from when they came and went. */
  enteredBy: v.string(),
  attendance: v.nullable(attendance),
  /** May I, as a second person, confirm it? */
  mayConfirm: v.boolean(),
  confirmedBy: v.nullable(v.string()),
  because: v.nullable(v.string()),
  at: instant,
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
    input: v.object({ key, shift: id, entry: v.optional(id) }),
    output: v.object({ confirmed: v.number() }),
    errors: ['NotTheLeader', 'NotYourself', 'AlreadyDecided', 'BelowZero'],
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
    may: resident,
    act: 'read',
    input: v.object({ after: v.optional(cursor) }),
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

  /** For hours of a day to come and after it; what was given before keeps its points. */
  savePointRule: {
    may: staff('centreStaff'),
    act: 'change',
    input: v.object({ key, rule: pointRuleDraft }),
    output: v.object({}),
    errors: ['InPast'],
  },
})

export type Shift = v.InferOutput<typeof shift>
export type ShiftKind = v.InferOutput<typeof shiftKind>
export type HoursEntry = v.InferOutput<typeof hoursEntry>
export type Attendance = v.InferOutput<typeof attendance>
export type AttendanceFlag = v.InferOutput<typeof attendanceFlag>
export type PointRuleDraft = v.InferOutput<typeof pointRuleDraft>
