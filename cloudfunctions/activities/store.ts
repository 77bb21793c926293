import type * as v from 'valibot'
import type { NextSession } from '@/domain/activities/sessions'
import type { Guardian, Seating } from '@/domain/activities/places'
import type { ActivityDraft, activityCard, RegistrationState } from '@/types/activities'
import type { Day, Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { collection, type Projection, type Stored } from '../kit/collection'
import { idOf } from '../kit/ids'

/** What a list shows of an activity, beside the counts. */
export type Card = Pick<
  v.InferOutput<typeof activityCard>,
  'title' | 'category' | 'summary' | 'placeName' | 'photo'
>

/**
 * The scarce document of an activity: its counts and its claims together, so that one conditional update decides.
 * `_id` is the activity's. Lists load it without the claims.
 */
export interface Places extends Stored, Seating {
  path: readonly string[]
  card: Card
  /** The first session that is not over, or the last; moved on by a job. `more` follow it. */
  next: NextSession
  /** The days it is held on. */
  days: readonly Day[]
  /** Something is still to be written of a claim, an edit or a withdrawal: the sweep does it. */
  owes: boolean
  /** An edit whose record is not written yet; `tell` when time or place changed, `dropped` are files it has no more. */
  edited: {
    draft: ActivityDraft
    key: string
    path: readonly string[]
    nodeName: string
    tell: boolean
    dropped?: readonly string[]
  } | null
  withdrawn: { at: Instant; by: string; key: string; because: string; told: boolean } | null
}

/** All that staff wrote about an activity. `_id` is the same as that of its `Places`. */
export interface ActivityRecord extends Stored {
  rev: number
  path: readonly string[]
  draft: ActivityDraft
  publishedBy: string
  publishedAt: Instant
  nodeName: string
  /** The key of the last edit. */
  editedBy: string | null
  /** Decides a draw; secret until it is drawn. */
  drawSeed: string
  /** Heads counted by session. */
  headCounts: Readonly<Record<string, { heads: number; by: string; at: Instant }>>
  /** The picture of the mini-program code on the poster, once one was asked for. */
  codeFile?: string
}

/** The full record of a sign-up, made from its claim and made again when lost. */
export interface RegistrationRecord extends Stored {
  activity: string
  person: string
  /** Grows with each sign-up of the person here and each state of it; a record only ever moves forward. */
  version: number
  personName: string
  by: string
  /** When it was somebody else. */
  byName: string | null
  state: RegistrationState
  at: Instant
  startsAt: Instant
  endsAt: Instant
  cancelUntil: Instant
  card: Card
  sessions: readonly { startsAt: Instant; endsAt: Instant }[]
  answers: readonly string[]
  guardian: Guardian | null
  /** That the certificate of a series was given, and by whom; absent without one. */
  certified?: { at: Instant; by: string }
}

/** One person at one session; at most one, however often a code is scanned. */
export interface Attendance extends Stored {
  activity: string
  session: number
  person: string
  path: readonly string[]
  /** `absent` when a tick was taken back or a scan was not confirmed. */
  state: 'present' | 'toConfirm' | 'flagged' | 'absent'
  /** How it came about. */
  way: 'code' | 'card' | 'tick'
  by: string
  /** The keys of all acts that shaped this record: a late repeat of one of them changes nothing. */
  keys: readonly string[]
  /** When the person was there, and when that reached the centre. */
  scannedAt: Instant
  receivedAt: Instant
  nonce: string | null
  /** The second person who confirmed the scan or refused it. */
  confirmedBy: string | null
  startsAt: Instant
}

export const places = collection<Places>('activity_places')
export const activityRecords = collection<ActivityRecord>('activities')
export const registrations = collection<RegistrationRecord>('registrations')
export const attendances = collection<Attendance>('attendances')

export const registrationId = (centre: string, activity: string, person: string): string =>
  idOf(centre, 'r', activity, person)

export const attendanceId = (
  centre: string,
  activity: string,
  session: number,
  person: string,
): string => idOf(centre, 'h', activity, session, person)

/** What a list needs of `Places`: everything but claims. */
export const cardFields: Projection = {
  centre: true,
  rules: true,
  card: true,
  seats: true,
  left: true,
  'waiting.person': true,
  path: true,
  rev: true,
}

/** What deciding about some persons needs: the counts and their own claims. */
export const decisionFields = (...persons: string[]): Projection => ({
  centre: true,
  rules: true,
  card: true,
  seats: true,
  left: true,
  path: true,
  rev: true,
  waiting: true,
  heldLeft: true,
  entries: true,
  households: true,
  draw: true,
  edited: true,
  withdrawn: true,
  ...Object.fromEntries(
    persons.flatMap((person) => [
      [`claims.${person}`, true],
      [`gone.${person}`, true],
    ]),
  ),
})

/** All of an activity's places, with every claim: for what looks at them together. */
export const wholeSeating = async (centre: string, activity: string): Promise<Places | null> => {
  const document = await places.of(centre).get(activity)
  return document && whole(document)
}

/** A projection leaves out `claims` and `gone` where nobody asked for has any. */
const whole = (document: Places): Places => ({
  ...document,
  claims: document.claims ?? {},
  gone: document.gone ?? {},
  households: document.households ?? {},
})

/** The counts of an activity and the claims of some persons. */
export const seatingFor = async (
  centre: string,
  activity: string,
  ...persons: string[]
): Promise<Places | null> => {
  const document = await places.of(centre).get(activity, decisionFields(...persons))
  return document && whole(document)
}

/** The same for several activities in one request. */
export const seatingsFor = async (
  centre: string,
  activities: readonly string[],
  persons: readonly string[],
): Promise<Map<string, Places>> => {
  if (activities.length === 0) return new Map()
  const documents = await places.of(centre).find({
    where: { _id: command.in([...activities]) },
    limit: activities.length,
    fields: decisionFields(...persons),
  })
  return new Map(documents.map((document) => [document._id, whole(document)]))
}
