import * as v from 'valibot'
import { contract, resident, residentOr, staff, visitor } from './shared/contract'
import { cursor, day, id, idempotencyKey as key, instant, line, page, whole } from './shared/fields'
import { thanksKinds } from './shared/thanks'
import { uploadErrors } from './shared/uploads'

/** Hours of anybody, or of a pupil for their school: 升学志愿. */
export const certificateKinds = ['hours', 'student'] as const
const certificateKind = v.picklist(certificateKinds)

/** Somebody on the honour wall, in words that staff wrote. */
const honour = v.object({
  id,
  name: v.string(),
  words: v.string(),
  photo: v.nullable(v.string()),
  /** Confirmed in the last twelve months. */
  minutes: v.number(),
  /** What they were thanked for, newest first, in words of staff: who gave thanks is not named. */
  thanks: v.array(v.object({ words: v.string(), on: day })),
})

/** Somebody who agreed to be on the wall, and what stands there when somebody wrote it. */
const honoured = v.object({
  person: v.object({ id, name: v.string() }),
  words: v.nullable(v.string()),
  /** Where a phone loads it from, and the file itself, which an edit names again. */
  photo: v.nullable(v.string()),
  photoFile: v.nullable(v.string()),
  show: v.boolean(),
  /** Raised by every change; 0 before anything was written. */
  rev: v.number(),
  /** The lines of thanks that stand below it; each can be taken down. */
  thanks: v.array(v.object({ id, words: v.string(), on: day })),
})

const deed = v.object({
  kind: v.picklist(thanksKinds),
  id,
  title: v.string(),
  /** Empty where it was done in somebody's home. */
  placeName: v.string(),
  startsAt: instant,
})

const thanksState = v.picklist(['waiting', 'published', 'refused'])

const thanks = v.object({
  id,
  /** Masked, but to staff. */
  to: v.object({ id, name: v.string() }),
  from: v.string(),
  words: v.string(),
  /** What it is for: the title of the shift. */
  what: v.string(),
  state: thanksState,
  /** Why staff did not pass it on. */
  because: v.nullable(v.string()),
  at: instant,
})

const thanksRead = v.object({
  ...thanks.entries,
  /** False while WeChat's check was out of order: staff are the only ones who looked at it. */
  checked: v.boolean(),
  /** Whether the wall can say it: the thanked person stands there, agreed but nobody wrote of them yet, or did not agree. */
  wall: v.picklist(['stands', 'unwritten', 'notAgreed']),
  /** Neither who wrote it nor who is thanked answers it. */
  mayAnswer: v.boolean(),
})

const certificate = v.object({
  id,
  kind: certificateKind,
  /** Whoever holds the paper types it in to see whether it is true. */
  code: v.string(),
  name: v.string(),
  school: v.nullable(v.string()),
  from: day,
  to: day,
  minutes: v.number(),
  issuedOn: day,
  centreName: v.string(),
})

const month = v.pipe(v.string(), v.regex(/^20\d\d-(0[1-9]|1[0-2])$/))
const forResident = v.optional(id)

export const honours = contract('honours', {
  /** The honour wall: adults who agreed and of whom staff wrote, with what people thanked them for. */
  honours: {
    may: visitor,
    act: 'read',
    input: v.object({ after: v.optional(cursor) }),
    output: page(honour),
    errors: [],
  },

  /** Who of the caller's nodes agreed to be on the wall. */
  honoursForStaff: {
    may: staff('communityStaff', 'centreStaff'),
    act: 'read',
    input: v.object({ after: v.optional(cursor) }),
    output: page(honoured),
    errors: [],
  },

  /** What the wall says of somebody; `show` takes it off or puts it on. `rev` is that of what was changed. */
  saveHonour: {
    may: staff('communityStaff', 'centreStaff'),
    act: 'change',
    input: v.object({
      key,
      person: id,
      rev: whole(0, 1_000_000),
      words: line(100),
      photo: v.nullable(v.pipe(v.string(), v.maxLength(300))),
      show: v.boolean(),
    }),
    output: honoured,
    errors: [
      'NoConsent',
      'AdultsOnly',
      'ChangedMeanwhile',
      'TextRefused',
      'CheckAway',
      ...uploadErrors,
    ],
  },

  /** Takes one line of thanks off the wall; who was thanked keeps the note itself. */
  takeThanksDown: {
    may: staff('communityStaff', 'centreStaff'),
    act: 'change',
    input: v.object({ key, thanks: id }),
    output: thanks,
    errors: [],
  },

  /** Who gave most confirmed hours in a month, of adults who agreed; counted every night. */
  ranking: {
    may: visitor,
    act: 'read',
    input: v.object({ month: v.optional(month) }),
    output: v.object({
      month: v.string(),
      places: v.array(
        v.object({ place: v.number(), name: v.string(), minutes: v.number(), mine: v.boolean() }),
      ),
    }),
    errors: [],
  },

  /** What was done lately that somebody can be thanked for, newest first. */
  toThank: {
    may: resident,
    act: 'read',
    input: v.object({ after: v.optional(cursor) }),
    output: page(deed),
    errors: [],
  },

  /** Who did it: adults, names masked. */
  whomToThank: {
    may: residentOr('gridWorker', 'communityStaff', 'centreStaff'),
    act: 'read',
    input: v.object({ forResident, for: v.object({ kind: v.picklist(thanksKinds), id }) }),
    output: v.object({
      deed,
      people: v.array(v.object({ id, name: v.string() })),
    }),
    errors: ['NothingToThankFor'],
  },

  /** Thanks to somebody who was there; shown once staff have read it. One for each person and deed. */
  thank: {
    may: residentOr('gridWorker', 'communityStaff', 'centreStaff'),
    act: 'change',
    input: v.object({
      key,
      forResident,
      to: id,
      for: v.object({ kind: v.picklist(thanksKinds), id }),
      words: line(100),
    }),
    output: thanks,
    errors: ['NothingToThankFor', 'NotYourself', 'AlreadyThanked', 'TextRefused', 'TooMany'],
  },

  /** What I was thanked for and staff have read; with `sent`, what I wrote. Newest first. */
  myThanks: {
    may: residentOr(),
    act: 'read',
    input: v.object({
      forResident,
      sent: v.optional(v.boolean(), false),
      after: v.optional(cursor),
    }),
    output: page(thanks),
    errors: [],
  },

  /** Thanks of the caller's nodes that wait to be read, oldest first. */
  thanksToRead: {
    may: staff('communityStaff', 'centreStaff'),
    act: 'read',
    input: v.object({ after: v.optional(cursor) }),
    output: page(thanksRead),
    errors: [],
  },

  /**
   * Passes thanks on to who is thanked, or not; then `because` says why to who wrote them. `wall` is what the wall says of
   * it, in words of staff.
   */
  answerThanks: {
    may: staff('communityStaff', 'centreStaff'),
    act: 'change',
    input: v.object({
      key,
      thanks: id,
      publish: v.boolean(),
      wall: v.optional(line(100)),
      because: v.optional(line(100)),
    }),
    output: thanks,
    errors: [
      'AlreadyDecided',
      'NotYourself',
      'ReasonNeeded',
      'NoConsent',
      'NotOnWall',
      'TextRefused',
      'CheckAway',
    ],
  },

  /** A certificate of confirmed hours in a period; the same period again is the same paper until hours change. */
  certify: {
    may: residentOr('communityStaff', 'centreStaff'),
    act: 'change',
    input: v.object({
      key,
      forResident,
      kind: certificateKind,
      from: day,
      to: day,
      school: v.optional(line(40)),
    }),
    output: certificate,
    errors: ['DatesOutOfOrder', 'PeriodTooLong', 'InFuture', 'NoHours', 'SchoolNeeded'],
  },

  myCertificates: {
    may: residentOr('communityStaff', 'centreStaff'),
    act: 'read',
    input: v.object({ forResident, after: v.optional(cursor) }),
    output: page(certificate),
    errors: [],
  },

  /** One certificate with all that stands on it. */
  certificate: {
    may: residentOr('communityStaff', 'centreStaff'),
    act: 'read',
    input: v.object({ forResident, certificate: id }),
    output: v.object({
      ...certificate.entries,
      lines: v.array(v.object({ day, what: v.string(), minutes: v.number() })),
      /** Hours of the period changed since: another paper says what is true now. */
      outdated: v.boolean(),
    }),
    errors: [],
  },

  /** The certificate as a file to print: a mini-program reaches no printer. Good for a day. */
  certificateFile: {
    may: residentOr('communityStaff', 'centreStaff'),
    act: 'change',
    input: v.object({ key, forResident, certificate: id }),
    output: v.object({ url: v.string() }),
    errors: [],
  },

  /** Whether a paper is true: what stands on it, with the name masked. Guesses are limited. */
  checkCertificate: {
    may: visitor,
    act: 'read',
    input: v.object({
      code: v.pipe(v.string(), v.trim(), v.maxLength(40), v.regex(/^[a-z0-9 -]+$/i)),
    }),
    output: v.object({
      name: v.string(),
      kind: certificateKind,
      school: v.nullable(v.string()),
      from: day,
      to: day,
      minutes: v.number(),
      issuedOn: day,
      centreName: v.string(),
      /** Hours of the period changed after it was issued. */
      outdated: v.boolean(),
    }),
    errors: ['NoSuchPaper', 'TooManyTries'],
  },

  /** Confirmed hours of a period as a table, with what the Ministry of Civil Affairs asks of a record (order no. 67). */
  exportRecords: {
    may: staff('centreStaff', 'admin'),
    act: 'change',
    input: v.object({ key, from: day, to: day }),
    output: v.object({ url: v.string() }),
    errors: ['DatesOutOfOrder', 'PeriodTooLong', 'TooManyRecords'],
  },
})

export type Honour = v.InferOutput<typeof honour>
export type Honoured = v.InferOutput<typeof honoured>
export type Deed = v.InferOutput<typeof deed>
export type Thanks = v.InferOutput<typeof thanks>
export type ThanksRead = v.InferOutput<typeof thanksRead>
export type CertificateKind = (typeof certificateKinds)[number]
export type Certificate = v.InferOutput<typeof certificate>
