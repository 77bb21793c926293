import { ageOn } from '@/domain/residents/age'
import { touched, type Step } from '@/domain/shared/step'
import type { TicketState } from '@/types/haircuts'
import type { NoticeEvent } from '@/types/notices'
import type { Day, Instant } from '@/types/shared/day'
import { slotTimes, type SlotTimes, type Terms } from './capacity'
import { lineUp, type Waiting } from './queue'

export type ClaimState = Exclude<TicketState, 'cancelled' | 'calledOff'>

/** One person's hold on a haircut of a session: a number, a place in the line, or a promise for the next date. */
export interface Claim {
  /** The idempotency key of the tap that made it. */
  key: string
  /** The person's first number here is 1, the one after a cancellation 2, … */
  turn: number
  state: ClaimState
  /** Booked beforehand, or of the share kept for who comes without a number. */
  pool: 'booked' | 'walkIn'
  /** Null without a place. */
  slot: number | null
  /** When it is their turn to wait, where that is not the beginning of the slot. */
  due: Instant | null
  name: string
  birthDate: Day | null
  /** Of priority age, as staff see, where no birth date is known. */
  elder: boolean
  /** Who tapped, and their name when it was somebody else. */
  by: string
  byName: string | null
  at: Instant
  passed: number
  /** The last time they were called, and the key of that tap. */
  called: { at: Instant; key: string } | null
  /** They were called in vain once and went back in line. */
  returned: boolean
  /** Had a number and lost it with a barber: before all others in the line. */
  first: boolean
  /** They were told that two are before them. */
  twoTold: boolean
  /** The session a number was kept from, and the one it was kept in. */
  keptFrom: string | null
  keptIn: string | null
  /** The key of the last act on it besides a call. */
  act: string | null
  /** What they are still to be told. */
  owed: { event: NoticeEvent; key: string } | null
}

/** What is left of cancelled numbers of one person. */
export interface Gone {
  turn: number
  /** Keys of the last bookings that were cancelled: a late duplicate of one never takes a number again. */
  keys: readonly string[]
  /** The key of the cancellation. */
  by: string
  at: Instant
  /** The number as it was and who gave it back, while whoever had it is still to be told. */
  owed: { claim: Claim; byName: string } | null
}

/**
 * The scarce thing: one session's places and numbers. A number is a position in `numbers`; whoever has none waits in
 * `waiting`, first come first. Walk-ins without a record stand under an id of their own.
 */
export interface Session {
  /** Raised when time, place or terms change. */
  rev: number
  /** Raised by every change: what looks at all claims at once is void when one changed meanwhile. */
  seq: number
  state: 'open' | 'calledOff'
  because: string | null
  day: Day
  startsAt: Instant
  endsAt: Instant
  opensAt: Instant
  terms: Terms
  /** Who cuts; null until one was ever confirmed. */
  barbers: readonly string[] | null
  /** `seq` of the shift that said so. */
  barbersSeq: number
  slots: readonly (SlotTimes & { left: number })[]
  walkInsLeft: number
  numbers: readonly string[]
  waiting: readonly string[]
  claims: Readonly<Record<string, Claim>>
  gone: Readonly<Record<string, Gone>>
  /** The keys of `claims`, and who tapped for others: to find a person's sessions by. */
  people: readonly string[]
  actors: readonly string[]
  /** Numbers to be kept that have no session yet. */
  keeps: boolean
  /** It is over, and nobody is left without an answer. */
  closed: boolean
}

/** States in which somebody takes up one of the cuts. */
const cutting: ReadonlySet<ClaimState> = new Set(['booked', 'arrived', 'called', 'done', 'noShow'])

export const takesUp = ({ state }: Claim): boolean => cutting.has(state)

/** The number somebody has, or null: that of their last booking. */
export const numberOf = (numbers: readonly string[], who: string, claim: Claim): number | null =>
  takesUp(claim) || claim.first || claim.state === 'asked' || claim.state === 'keptForNext'
    ? numbers.lastIndexOf(who) + 1 || null
    : null

/** 1 = next to get a number; null when not in line. */
export const positionOf = (waiting: readonly string[], who: string): number | null =>
  waiting.indexOf(who) + 1 || null

/** When somebody should be there. */
export const turnAt = ({ slots, startsAt }: Pick<Session, 'slots' | 'startsAt'>, claim: Claim) =>
  claim.due ?? slots[claim.slot ?? 0]?.startsAt ?? startsAt

/** Whether somebody goes ahead of younger people, by the age they have on the day. */
export const hasPriority = (
  { terms, day }: Pick<Session, 'terms' | 'day'>,
  { birthDate, elder }: Pick<Claim, 'birthDate' | 'elder'>,
): boolean => (birthDate === null ? elder : ageOn(birthDate, day) >= terms.priorityAge)

/** Everybody who waits to be called. */
export const waitingOf = (session: Session): Waiting[] =>
  Object.entries(session.claims)
    .filter(([, { state }]) => state === 'booked' || state === 'arrived')
    .map(([who, claim]) => ({
      who,
      number: numberOf(session.numbers, who, claim) ?? 0,
      due: turnAt(session, claim),
      priority: hasPriority(session, claim),
      passed: claim.passed,
      here: claim.state === 'arrived',
    }))

/** How many are called before each who waits; nobody's turn is known before the day. */
export const aheadOf = (session: Session, at: Instant): ReadonlyMap<string, number> =>
  new Map(lineUp(waitingOf(session), at).map((who, index) => [who, index]))

/** A session nobody has a number of yet, without places until it is balanced. */
export const emptySession = (
  fixed: Pick<Session, 'day' | 'startsAt' | 'endsAt' | 'opensAt' | 'terms'>,
): Session => ({
  ...fixed,
  rev: 1,
  seq: 1,
  state: 'open',
  because: null,
  barbers: null,
  barbersSeq: 0,
  slots: slotTimes(fixed.startsAt, fixed.endsAt, fixed.terms.slotMinutes).map((slot) => ({
    ...slot,
    left: 0,
  })),
  walkInsLeft: 0,
  numbers: [],
  waiting: [],
  claims: {},
  gone: {},
  people: [],
  actors: [],
  keeps: false,
  closed: false,
})

/** The session with some claims changed; those set to null are gone. */
export const withClaims = (
  session: Session,
  changes: Readonly<Record<string, Claim | null>>,
): Session => ({
  ...session,
  claims: Object.fromEntries(
    Object.entries({ ...session.claims, ...changes }).filter(
      (entry): entry is [string, Claim] => entry[1] !== null,
    ),
  ),
})

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

const fieldsBetween = (
  field: string,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): { set: Record<string, unknown>; unset: string[] } => ({
  set: Object.fromEntries(
    Object.entries(after)
      .filter(([who, value]) => !same(before[who], value))
      .map(([who, value]) => [`${field}.${who}`, value]),
  ),
  unset: Object.keys(before)
    .filter((who) => !(who in after))
    .map((who) => `${field}.${who}`),
})

/** Who stands in a session, for finding it: derived from the claims whenever one changes. */
const derived = (session: Session): Pick<Session, 'people' | 'actors' | 'keeps'> => {
  const all = Object.entries(session.claims)
  return {
    people: all.map(([who]) => who),
    // Who once acted for somebody may be among them for longer: it finds one session too many, never one too few.
    actors: [
      ...new Set([...session.actors, ...all.flatMap(([who, { by }]) => (by === who ? [] : [by]))]),
    ],
    keeps: all.some(([, { state, keptIn }]) => state === 'keptForNext' && keptIn === null),
  }
}

/**
 * The step from one state of a session to another, void when anything changed meanwhile. Null when they are the same.
 */
export const stepBetween = (before: Session, state: Session): Step | null => {
  const { claims, gone, seq: _seq, ...after } = { ...state, ...derived(state) }
  const plain = Object.fromEntries(
    Object.entries(after).filter(([field, value]) => !same(before[field as keyof Session], value)),
  )
  const [ofClaims, ofGone] = [
    fieldsBetween('claims', before.claims, claims),
    fieldsBetween('gone', before.gone, gone),
  ]
  const set = { ...plain, ...ofClaims.set, ...ofGone.set }
  const unset = [...ofClaims.unset, ...ofGone.unset]
  if (Object.keys(set).length + unset.length === 0) return null
  return {
    guard: { equal: { seq: before.seq } },
    change: { set: { ...touched.set, ...set }, unset, inc: touched.inc },
  }
}
