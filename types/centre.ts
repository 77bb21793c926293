import * as v from 'valibot'
import { activityCard, registration } from './activities'
import { contract, resident, staff, visitor } from './shared/contract'
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
  time,
  whole,
} from './shared/fields'
import { uploadPurposes } from './shared/uploads'
import { notice, noticeEvent, noticeEvents } from './notices'

const servicePoint = v.object({
  name: line(40),
  address: line(80),
  hours: line(60),
  phone: v.nullable(phone),
  /** Degrees in the system of Chinese maps (GCJ-02); 0 where nobody has said where it lies. */
  latitude: v.number(),
  longitude: v.number(),
  /** Whether latitude and longitude say where it lies. */
  onMap: v.optional(v.boolean(), true),
})

/** What the centre says of itself. */
const about = v.object({
  code: v.string(),
  name: line(40),
  about: text(500),
  phone: v.nullable(phone),
  opens: time,
  closes: time,
  points: v.pipe(v.array(servicePoint), v.maxLength(50)),
})

/** What a field of a subscribe message may say. Nobody's name is among it: WeChat keeps messages. */
export const messageFact = v.picklist(['title', 'placeName', 'startsAt', 'note'])

/** A template chosen on WeChat's site, the events it is for, and what stands in its fields (`thing1` …). */
export const messageTemplate = v.object({
  id: v.pipe(v.string(), v.trim(), v.minLength(10), v.maxLength(64), v.regex(/^[A-Za-z0-9_-]+$/)),
  events: v.pipe(v.array(noticeEvent), v.minLength(1), v.maxLength(noticeEvents.length)),
  fields: v.pipe(
    v.record(v.pipe(v.string(), v.maxLength(24), v.regex(/^[a-z_]+\d{1,2}$/)), messageFact),
    v.minEntries(1),
    v.maxEntries(5),
  ),
})

const cell = v.pipe(v.string(), v.maxLength(300))
const mostColumns = 12

/** One table of a sheet; an empty cell leaves room to write. */
const printedTable = v.object({
  title: v.nullable(line(60)),
  columns: v.pipe(v.array(cell), v.minLength(1), v.maxLength(mostColumns)),
  rows: v.pipe(v.array(v.pipe(v.array(cell), v.maxLength(mostColumns))), v.maxLength(600)),
})

/** A list to be printed on A4. */
export const printout = v.object({
  title: line(60),
  /** Under the title: where, when, printed at. */
  notes: v.pipe(v.array(line(120)), v.maxLength(5)),
  tables: v.pipe(v.array(printedTable), v.minLength(1), v.maxLength(60)),
})

export const centre = contract('centre', {
  /** All the first page shows: my next things, what can be signed up for, what I was told. */
  today: {
    may: visitor,
    act: 'read',
    input: v.object({}),
    output: v.object({
      centreName: v.string(),
      phone: v.nullable(v.string()),
      /** How I am greeted: null before the first sign-in. */
      name: v.nullable(v.string()),
      communityName: v.nullable(v.string()),
      isStaff: v.boolean(),
      next: v.array(registration),
      open: v.array(activityCard),
      unread: v.array(
        v.object({
          ...notice.entries,
          /** What it is about and what happened, in a few words: the first page carries no words of every module. */
          said: v.optional(v.object({ title: v.string(), note: v.string() })),
        }),
      ),
    }),
    errors: ['UnknownCentre'],
  },

  about: {
    may: visitor,
    act: 'read',
    input: v.object({}),
    output: about,
    errors: ['UnknownCentre'],
  },

  saveAbout: {
    may: staff('centreStaff', 'admin'),
    act: 'change',
    input: v.object({ key, about: v.omit(about, ['code']) }),
    output: v.object({}),
    errors: [],
  },

  /** The templates of subscribe messages in force today. */
  settings: {
    may: staff('centreStaff', 'admin'),
    act: 'read',
    input: v.object({}),
    output: v.object({ templates: v.array(messageTemplate) }),
    errors: [],
  },

  /** From today on; what was in force on earlier days stays on record. */
  saveSettings: {
    may: staff('admin'),
    act: 'change',
    input: v.object({ key, templates: v.pipe(v.array(messageTemplate), v.maxLength(10)) }),
    output: v.object({}),
    errors: ['TemplateTwice'],
  },

  /** Opens a new centre, whose code the call names, for whoever holds the deployment's setup code. */
  open: {
    may: visitor,
    act: 'change',
    input: v.object({
      key,
      name: line(40),
      adminName: personName,
      setupCode: v.pipe(v.string(), v.trim(), v.minLength(8), v.maxLength(100)),
      policy: line(20),
    }),
    output: v.object({}),
    errors: ['WrongSetupCode', 'CentreExists', 'TooManyTries'],
  },

  /** Centres of this deployment, to choose one where no code was scanned. */
  list: {
    may: visitor,
    act: 'read',
    input: v.object({}),
    output: v.object({ items: v.array(v.object({ code: v.string(), name: v.string() })) }),
    errors: [],
  },

  /**
   * A read-only link for a screen on the wall; shown once, revocable. Of `checkIn`, the thing is an activity; of `shift`, a shift; of
   * `haircuts`, the node of the rule: the link shows session after session.
   */
  issueDisplay: {
    may: staff('communityStaff', 'centreStaff'),
    act: 'change',
    input: v.object({ key, shows: v.picklist(['checkIn', 'haircuts', 'shift']), thing: id }),
    output: v.object({ token: v.string(), display: id }),
    errors: [],
  },

  listDisplays: {
    may: staff('communityStaff', 'centreStaff'),
    act: 'read',
    input: v.object({}),
    output: v.object({
      items: v.array(v.object({ id, shows: v.string(), title: v.string(), issuedAt: instant })),
    }),
    errors: [],
  },

  revokeDisplay: {
    may: staff('communityStaff', 'centreStaff'),
    act: 'change',
    input: v.object({ key, display: id }),
    output: v.object({}),
    errors: [],
  },

  /** Who did what to whom in a staff role, newest first. */
  auditLog: {
    may: staff('centreStaff', 'admin'),
    act: 'read',
    input: v.object({ on: v.optional(day), person: v.optional(id), after: v.optional(cursor) }),
    output: page(
      v.object({
        id,
        actor: v.string(),
        subject: v.nullable(v.string()),
        /** The number of what it was about, where that is written down: 2026-0312. */
        about: v.optional(v.nullable(v.string())),
        procedure: v.string(),
        state: v.picklist(['begun', 'done', 'refused', 'unfinished']),
        code: v.nullable(v.string()),
        at: instant,
      }),
    ),
    errors: [],
  },

  /**
   * One-time leave to upload a file: where to, and until when it must be used. The procedure that takes the file looks
   * at what really arrived.
   */
  uploadTicket: {
    may: resident,
    act: 'change',
    input: v.object({
      key,
      purpose: v.picklist(uploadPurposes),
      /** Of the file's name, in small letters and without the dot; empty when it has none. */
      ending: v.pipe(v.string(), v.regex(/^[a-z0-9]{0,10}$/)),
      bytes: whole(0, 1_000_000_000),
    }),
    output: v.object({ path: v.string(), until: instant }),
    errors: ['WrongFileType', 'FileTooLarge', 'TooManyFiles'],
  },

  /**
   * A list as the caller sees it, as a file to print: a mini-program reaches no printer. The address is good for a day,
   * then the file is gone.
   */
  makePrintout: {
    may: staff(
      'microgridLead',
      'gridWorker',
      'canteenStaff',
      'communityStaff',
      'centreStaff',
      'operator',
      'admin',
      'lecturer',
      'keeper',
      // Who carries meals takes the list along.
      'volunteer',
    ),
    act: 'change',
    input: v.object({ key, printout }),
    output: v.object({ url: v.string() }),
    errors: [],
  },

  /** A fault on a phone: where, never what was typed. At most ten a person and hour are kept. */
  reportError: {
    may: visitor,
    act: 'change',
    input: v.object({
      key,
      page: v.pipe(v.string(), v.maxLength(80), v.regex(/^[a-z0-9/_-]*$/i)),
      name: v.pipe(v.string(), v.maxLength(40), v.regex(/^[A-Za-z0-9]*$/)),
      place: v.pipe(v.string(), v.maxLength(200), v.regex(/^[\w.:/@<>\- ]*$/)),
      version: whole(0, 1_000_000),
    }),
    output: v.object({}),
    errors: [],
  },
})

export type About = v.InferOutput<typeof about>
export type Printout = v.InferOutput<typeof printout>
export type MessageTemplate = v.InferOutput<typeof messageTemplate>
