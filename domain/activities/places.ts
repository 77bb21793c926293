import type { Eligibility, RegistrationState } from '@/types/activities'
import type { Instant } from '@/types/shared/day'

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

export interface Guardian {
  emergencyName: string
  emergencyPhone: string
  mayCollect: string
}

/** What the sign-up form said besides who it is for. */
export interface Form {
  answers: readonly string[]
  guardian: Guardian | null
}

/** What is still to be written of a claim: its record, and the notice of what happened to it. */
export type Owed = 'record' | 'signedUp' | 'promoted' | 'drawnIn' | 'drawnWaiting' | 'notDrawn'

export type ClaimState = 'in' | 'waiting' | 'entered' | 'notDrawn'

/** One person's hold on a seat, a place in the line or a chance in the draw. */
export interface Claim {
  /** The idempotency key of the tap that made it. */
  key: string
  /** The person's first sign-up here is 1, the one after a cancellation 2, … */
  turn: number
  state: ClaimState
  pool: 'open' | 'held'
  household: string | null
  name: string
  /** The person who tapped, and their name when it was somebody else. */
  by: string
  byName: string | null
  at: Instant
  /** Kept until the record holds it. */
  form: Form | null
  owed: Owed | null
  /** The key of the staff act that moved it out of the line. */
  movedBy?: string
}

/** Somebody in line, with what telling them of a promotion needs. */
export interface Waiter {
  person: string
  name: string
  by: string
  /** The key of their sign-up. */
  key: string
}

/** What is left of cancelled sign-ups of one person. */
export interface Gone {
  turn: number
  /** Keys of the last sign-ups that were cancelled: a late duplicate of one never signs up again. */
  keys: readonly string[]
  /** The key of the cancellation. */
  by: string
  at: Instant
  byStaff: boolean
  /** The cancelled claim, kept until its record says so. */
  owed: Claim | null
}

export interface Draw {
  at: Instant
  /** sha256 of the seed, public from the beginning. */
  commitment: string
  /** Public once drawn. */
  seed: string | null
  /** The key of the staff act that drew it; null when the job did. */
  by: string | null
}

/**
 * The scarce thing: counts and claims of one activity. Seats = left + held back + claims that are in; whoever waits
 * stands in `waiting` once, first come first.
 */
export interface Seating {
  /** Raised by every edit; what was decided under other rules is decided again. */
  rev: number
  /** Raised by every change: what looks at all claims at once is void when one changed meanwhile. */
  seq: number
  rules: Rules
  seats: number
  /** Free seats anybody may take, and those kept for sign-up by staff. */
  left: number
  heldLeft: number
  waiting: readonly Waiter[]
  /** Chances in a draw that is not drawn yet. */
  entries: number
  claims: Readonly<Record<string, Claim>>
  /** Claims that are in, in line or in the draw, by household. */
  households: Readonly<Record<string, number>>
  gone: Readonly<Record<string, Gone>>
  draw: Draw | null
}

const hour = 3_600_000

/** Within two hours of the start a message is easily missed and the way too long: staff call instead. */
export const promotionStopsAt = ({ startsAt }: Pick<Rules, 'startsAt'>): Instant =>
  startsAt - 2 * hour

/** A day before the start, whoever needed help has had it; an empty held seat helps nobody. */
export const heldUntil = ({ startsAt }: Pick<Rules, 'startsAt'>): Instant => startsAt - 24 * hour

/** Seats kept for sign-up by staff; rounded down, so that a small class is open to all. */
export const heldSeats = (seats: number, heldPercent: number): number =>
  Math.floor((seats * heldPercent) / 100)

/** Whether somebody in line moves up by themselves when a seat comes free. */
export const promotes = (rules: Rules, at: Instant): boolean =>
  rules.state === 'published' && at < promotionStopsAt(rules)

/** 1 = next to be promoted; null when not in line. */
export const positionOf = (
  waiting: readonly Pick<Waiter, 'person'>[],
  person: string,
): number | null => {
  const index = waiting.findIndex((waiter) => waiter.person === person)
  return index < 0 ? null : index + 1
}

export const waiterOf = (person: string, { name, by, key }: Claim): Waiter => ({
  person,
  name,
  by,
  key,
})

/** The states of a sign-up in the order they can follow each other. */
const order = ['entered', 'waiting', 'notDrawn', 'in', 'cancelled', 'withdrawn'] as const

/** The version of a sign-up's record: the turn, then the state, so that a late write never turns it back. */
export const recordVersion = (turn: number, state: RegistrationState): number =>
  turn * 10 + order.indexOf(state)

/** Claims that count for their household. */
export const counts = ({ state }: Claim): boolean => state !== 'notDrawn'
