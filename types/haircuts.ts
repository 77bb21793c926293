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
  time,
  whole,
} from './shared/fields'

/** One document holds all numbers of a session, so they are bounded. */
export const mostNumbers = 400

/** What happens when the day is a statutory holiday: as planned, the next day, or the next workday (调休 counted). */
export const holidayPolicy = v.picklist(['keep', 'nextDay', 'nextWorkday'])

/** An exception of one month's date: another day, called off, or an extra date. */
const exception = v.variant('kind', [
  v.object({ kind: v.literal('moved'), day, to: day, because: line(60) }),
  v.object({ kind: v.literal('calledOff'), day, because: line(60) }),
  v.object({ kind: v.literal('extra'), day, because: line(60) }),
])

/** How the haircuts recur; an RFC 5545 rule such as FREQ=MONTHLY;BYMONTHDAY=16. */
export const haircutRule = v.object({
  recurrence: v.pipe(v.string(), v.trim(), v.maxLength(120), v.regex(/^FREQ=[A-Z0-9=;,+-]+$/)),
  placeName: line(40),
  /** The node it belongs to. */
  node: id,
  startsAt: time,
  endsAt: time,
  minutesPerCut: whole(5, 60),
  slotMinutes: whole(10, 120),
  /** Cuts staff plan with until barbers have confirmed. */
  planned: whole(1, mostNumbers),
  /** Barbers asked for. */
  barbers: whole(1, 40),
  walkInPercent: whole(0, 90),
  /** From this age people go ahead of younger ones. */
  priorityAge: whole(60, 120),
  holidays: holidayPolicy,
  /** Days before the session on which booking opens, at 8:00. */
  opensDaysBefore: whole(1, 60),
  exceptions: v.pipe(v.array(exception), v.maxLength(60)),
})

/** Something staff should look at before the day: a holiday, or 正月, when many elders will not cut hair. */
const dateWarning = v.picklist(['firstLunarMonth', 'holiday', 'workingSaturday'])

const upcoming = v.object({
  day,
  /** The day the rule itself makes, or an extra date: exceptions name a date by it. */
  usual: day,
  lunar: v.string(),
  /** Why it is not on its usual day, or called off. */
  because: v.nullable(v.string()),
  calledOff: v.boolean(),
  warnings: v.array(dateWarning),
  /** The session, once a timer has opened it. */
  session: v.nullable(id),
})

export const ticketState = v.picklist([
  'booked',
  'waiting',
  'arrived',
  'called',
  'done',
  'noShow',
  'cancelled',
  /** A barber cannot come, and the person is asked: today's waitlist first, or a number kept for the next date. */
  'asked',
  'keptForNext',
  'calledOff',
])

const slot = v.object({
  slot: v.number(),
  startsAt: instant,
  endsAt: instant,
  left: v.number(),
})

/** A number for a haircut. */
export const ticket = v.object({
  id,
  session: id,
  person: v.object({ id, name: v.string() }),
  by: v.nullable(v.string()),
  /** Null while waiting for a place. */
  number: v.nullable(v.number()),
  /** Place in the waitlist, 1 = next. */
  position: v.nullable(v.number()),
  startsAt: instant,
  placeName: v.string(),
  state: ticketState,
  priority: v.boolean(),
  /** How many people are called before this one; null before the day. */
  ahead: v.nullable(v.number()),
  at: instant,
})

const session = v.object({
  id,
  day,
  placeName: v.string(),
  startsAt: instant,
  endsAt: instant,
  opensAt: instant,
  state: v.picklist(['open', 'calledOff']),
  because: v.nullable(v.string()),
  capacity: v.number(),
  /** Numbers that can still be booked. */
  left: v.number(),
  waiting: v.number(),
  slots: v.array(slot),
})

const familyMember = v.object({
  id,
  name: v.string(),
  self: v.boolean(),
  tickets: v.array(ticket),
})

const queueLine = v.object({
  ticket: id,
  person: v.nullable(id),
  name: v.string(),
  number: v.number(),
  age: v.nullable(v.number()),
  priority: v.boolean(),
  /** How often somebody older went ahead. */
  passed: v.number(),
  startsAt: instant,
  walkIn: v.boolean(),
  state: ticketState,
  calledAt: v.nullable(instant),
  by: v.nullable(v.string()),
})

const visitState = v.picklist(['asked', 'planned', 'done', 'cancelled'])

/** A haircut at home, for verified people who cannot walk. */
const homeVisit = v.object({
  id,
  person: v.object({ id, name: v.string() }),
  homeName: v.nullable(v.string()),
  phoneMasked: v.nullable(v.string()),
  note: v.string(),
  state: visitState,
  on: v.nullable(day),
  /** Volunteers who come: two, as at every home. */
  barbers: v.array(v.object({ id, name: v.string() })),
  by: v.nullable(v.string()),
  at: instant,
})

const forResident = v.optional(id)
const hosts = staff('communityStaff', 'centreStaff', 'operator')
const orStaff = residentOr('gridWorker', 'communityStaff', 'centreStaff', 'operator')
const done = v.object({})

export const haircuts = contract('haircuts', {
  /** The next twelve dates and the sessions people can book, nearest first, with what my family holds. */
  schedule: {
    may: visitor,
    act: 'read',
    input: v.object({}),
    output: v.object({
      dates: v.array(upcoming),
      sessions: v.array(session),
      family: v.array(familyMember),
      callNumber: v.nullable(v.string()),
    }),
    errors: [],
  },

  /** Takes a number in a slot; without one, the earliest that is free. `wait` joins the line when all are taken. */
  book: {
    may: orStaff,
    act: 'change',
    input: v.object({
      key,
      forResident,
      session: id,
      slot: v.optional(whole(0, 100)),
      wait: v.optional(v.boolean(), false),
    }),
    output: ticket,
    errors: [
      'NotOpenYet',
      'SessionOver',
      'SessionCalledOff',
      'SlotFull',
      'Full',
      'AlreadyBooked',
      'CancelledBefore',
    ],
  },

  /** Gives the number back at once; the first in line gets it and is told. */
  cancel: {
    may: orStaff,
    act: 'change',
    input: v.object({ key, forResident, session: id }),
    output: ticket,
    errors: ['NotBooked', 'AlreadyCalled'],
  },

  /** After a barber fell ill: first on today's waitlist, or a number kept on the next date. */
  choose: {
    may: orStaff,
    act: 'change',
    input: v.object({
      key,
      forResident,
      session: id,
      choice: v.picklist(['waitToday', 'keepForNext']),
    }),
    output: ticket,
    errors: ['NothingToChoose', 'NoNextDate'],
  },

  /** My family's numbers, soonest first; for staff, those of the person they act for. */
  mine: {
    may: orStaff,
    act: 'read',
    input: v.object({ forResident }),
    output: v.object({ items: v.array(ticket) }),
    errors: [],
  },

  /** Asks for a haircut at home, for somebody of whom it is said that they cannot walk. */
  askHomeVisit: {
    may: orStaff,
    act: 'change',
    input: v.object({ key, forResident, note: line(100), cannotWalk: v.boolean() }),
    output: homeVisit,
    errors: ['NotVerified', 'CanWalk', 'HomeNeeded', 'AlreadyAsked'],
  },

  cancelHomeVisit: {
    may: orStaff,
    act: 'change',
    input: v.object({ key, forResident, visit: id }),
    output: homeVisit,
    errors: ['AlreadyDone'],
  },

  myHomeVisits: {
    may: resident,
    act: 'read',
    input: v.object({}),
    output: v.object({ items: v.array(homeVisit) }),
    errors: [],
  },

  /** The rule in force, its version, and the next twelve dates as it makes them. */
  rule: {
    may: hosts,
    act: 'read',
    input: v.object({}),
    output: v.object({
      rule: v.nullable(haircutRule),
      rev: v.number(),
      dates: v.array(upcoming),
    }),
    errors: [],
  },

  /** Changes how it recurs. Sessions that are open are moved or called off with it, and everybody booked is told. */
  saveRule: {
    may: staff('communityStaff', 'centreStaff'),
    act: 'change',
    input: v.object({ key, rev: whole(0, 1_000_000), rule: haircutRule }),
    output: v.object({ rev: v.number(), dates: v.array(upcoming), told: v.number() }),
    errors: [
      'TimesOutOfOrder',
      'NoSuchDate',
      'DateTaken',
      'InPast',
      'UnknownRecurrence',
      'ChangedMeanwhile',
    ],
  },

  /** Dates as a rule would make them, before it is saved, and what does not fit it any more. */
  previewRule: {
    may: staff('communityStaff', 'centreStaff'),
    act: 'read',
    input: v.object({ rule: haircutRule }),
    output: v.object({
      dates: v.array(upcoming),
      /** Exceptions that do not fit it: it cannot be saved with them. */
      stale: v.array(exception),
    }),
    errors: ['UnknownRecurrence'],
  },

  /** The queue of a session, in the order in which people will be called. */
  queue: {
    may: hosts,
    act: 'read',
    input: v.object({ session: v.optional(id) }),
    output: v.object({
      session: v.nullable(session),
      now: v.array(queueLine),
      line: v.array(queueLine),
      over: v.array(queueLine),
      asked: v.array(queueLine),
      waitlist: v.array(queueLine),
      barbers: v.array(v.object({ person: id, name: v.string() })),
      shift: v.nullable(id),
      walkInsLeft: v.number(),
    }),
    errors: [],
  },

  /** Somebody on the square without a number: a person on record, or a name and whether they are of priority age. */
  walkIn: {
    may: hosts,
    act: 'change',
    input: v.object({
      key,
      session: id,
      person: v.optional(id),
      name: v.optional(personName),
      elder: v.optional(v.boolean(), false),
    }),
    output: queueLine,
    errors: ['NameNeeded', 'NotToday', 'SessionCalledOff', 'Full', 'AlreadyBooked'],
  },

  arrive: {
    may: hosts,
    act: 'change',
    input: v.object({ key, session: id, ticket: id }),
    output: done,
    errors: ['NotToday', 'NotBooked'],
  },

  /** Calls whoever is next by the rule; the one two places behind is told. */
  callNext: {
    may: hosts,
    act: 'change',
    input: v.object({ key, session: id }),
    output: v.object({ called: v.nullable(queueLine) }),
    errors: ['NotToday', 'SessionCalledOff'],
  },

  finish: {
    may: hosts,
    act: 'change',
    input: v.object({ key, session: id, ticket: id }),
    output: done,
    errors: ['NotCalled'],
  },

  /** Called and not there. They may go back in line once. */
  noShow: {
    may: hosts,
    act: 'change',
    input: v.object({ key, session: id, ticket: id }),
    output: done,
    errors: ['NotCalled'],
  },

  backInLine: {
    may: hosts,
    act: 'change',
    input: v.object({ key, session: id, ticket: id }),
    output: done,
    errors: ['NotMissed', 'OnceOnly', 'SessionOver'],
  },

  /** What the big screen of the square shows: numbers and masked surnames only. */
  board: {
    may: displayOr('communityStaff', 'centreStaff', 'operator'),
    act: 'read',
    input: v.object({ session: v.optional(id) }),
    output: v.object({
      placeName: v.string(),
      startsAt: v.nullable(instant),
      state: v.picklist(['none', 'open', 'calledOff']),
      now: v.array(v.object({ number: v.number(), name: v.string() })),
      next: v.array(v.object({ number: v.number(), name: v.string() })),
      done: v.number(),
      waiting: v.number(),
    }),
    errors: [],
  },

  /** Visits asked for and planned, oldest first. */
  homeVisits: {
    may: hosts,
    act: 'read',
    input: v.object({ state: visitState, after: v.optional(cursor) }),
    output: page(homeVisit),
    errors: [],
  },

  /** A day and two volunteers for a visit; everybody concerned is told, also who need not come any more. */
  planHomeVisit: {
    may: hosts,
    act: 'change',
    input: v.object({
      key,
      visit: id,
      on: day,
      barbers: v.pipe(v.array(id), v.minLength(2), v.maxLength(4)),
    }),
    output: homeVisit,
    errors: ['AlreadyDone', 'InPast', 'TwoNeeded', 'NotAVolunteer', 'AdultsOnly'],
  },

  finishHomeVisit: {
    may: hosts,
    act: 'change',
    input: v.object({ key, visit: id }),
    output: homeVisit,
    errors: ['NotPlanned'],
  },
})

export type HaircutRule = v.InferOutput<typeof haircutRule>
export type HaircutSession = v.InferOutput<typeof session>
export type Ticket = v.InferOutput<typeof ticket>
export type TicketState = v.InferOutput<typeof ticketState>
export type QueueLine = v.InferOutput<typeof queueLine>
export type HomeVisit = v.InferOutput<typeof homeVisit>
export type Upcoming = v.InferOutput<typeof upcoming>
