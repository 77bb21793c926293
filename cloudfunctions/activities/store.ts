import type * as v from 'valibot'
import type {
  ActivityDraft,
  activityCard,
  Eligibility,
  RegistrationState,
} from '@/types/activities'
import type { Instant } from '@/types/shared/day'
import { collection, type Projection, type Stored } from '../kit/collection'
import { idOf } from '../kit/ids'

/** What a sign-up is decided by; copied from the activity, so that one document decides. */
export interface Rules {
  state: 'published' | 'withdrawn'
  mode: 'firstCome' | 'draw'
  startsAt: Instant
  endsAt: Instant
  sessions: readonly { startsAt: Instant; endsAt: Instant }[]
  opensAt: Instant
  closesAt: Instant
  cancelUntil: Instant
  waitlist: number
  householdCap: number | null
  eligibility: Eligibility
  /** Indices of the questions that must be answered, and how many there are. */
  questions: number
  requiredAnswers: readonly number[]
}

/** One person's hold on a seat or a place in the line. */
export interface Claim {
  /** The idempotency key of the tap that made it. */
  key: string
  state: 'in' | 'waiting' | 'entered' | 'notDrawn'
  pool: 'open' | 'held'
  household: string | null
  /** The person who tapped. */
  by: string
  at: Instant
}

/** What a list shows of an activity, beside the counts. */
export type Card = Pick<
  v.InferOutput<typeof activityCard>,
  'title' | 'category' | 'summary' | 'placeName' | 'photo'
>

/**
 * The scarce document of an activity: its counts and its claims together, so that one conditional update decides.
 * `_id` is the activity's. Lists load it without the claims.
 */
export interface Places extends Stored {
  /** Raised by every edit; a sign-up that was decided under other rules is decided again. */
  rev: number
  path: readonly string[]
  rules: Rules
  card: Card
  seats: number
  /** Free seats anybody may take, and those kept for sign-up by staff. */
  left: number
  heldLeft: number
  /** Persons in line: the first is promoted next. Its length is bounded by the rules. */
  waiting: readonly string[]
  claims: Readonly<Record<string, Claim>>
  /** Seats and places in the line by household. */
  households: Readonly<Record<string, number>>
  /** The key of the sign-up a person cancelled: a late duplicate of it never signs up again. */
  gone: Readonly<Record<string, string>>
  draw: { at: Instant; commitment: string; seed: string | null } | null
  /** Moved on by the sweep that completes records from claims. */
  sweptAt: Instant
  /** Set by every change of a claim; the sweep looks at what changed since it last came. */
  touchedAt: Instant
}

/** All that staff wrote about an activity. `_id` is the same as that of its `Places`. */
export interface ActivityRecord extends Stored {
  rev: number
  path: readonly string[]
  draft: ActivityDraft
  publishedBy: string
  publishedAt: Instant
  withdrawn: { at: Instant; by: string; because: string } | null
  /** Heads counted by session. */
  headCounts: Readonly<Record<string, { heads: number; by: string; at: Instant }>>
  /** The picture of the mini-program code on the poster, once one was asked for. */
  codeFile?: string
}

/** The full record of a sign-up, made from its claim and made again when lost. */
export interface RegistrationRecord extends Stored {
  activity: string
  person: string
  personName: string
  by: string
  byName: string
  state: RegistrationState
  at: Instant
  startsAt: Instant
  endsAt: Instant
  cancelUntil: Instant
  card: Card
  sessions: readonly { startsAt: Instant; endsAt: Instant }[]
  answers: readonly string[]
  guardian: { emergencyName: string; emergencyPhone: string; mayCollect: string } | null
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
  /** The key of the act that is on record, and those of acts that were taken back. */
  key: string
  undone: readonly string[]
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
  rules: true,
  card: true,
  seats: true,
  left: true,
  waiting: true,
  path: true,
  rev: true,
}

/** What deciding about one person needs: the counts and that person's own claim. */
export const decisionFields = (person: string): Projection => ({
  ...cardFields,
  heldLeft: true,
  households: true,
  draw: true,
  [`claims.${person}`]: true,
  [`gone.${person}`]: true,
})
