import type { Refusal } from '@/domain/shared/refusal'
import { touched, type Change, type Guard, type Step } from '@/domain/shared/step'
import { mostNumbers } from '@/types/haircuts'
import type { Day, Instant } from '@/types/shared/day'
import { dueFrom } from './balance'
import { type Claim, type Session } from './session'

/** More than this never get a place. */
const mostWaiting = 100

/** A tap on "take a number". */
export interface Booking {
  key: string
  person: { id: string; name: string; birthDate: Day | null }
  by: string
  byName: string | null
  /** The slot that was chosen; the earliest that is free when none was. */
  slot: number | null
  /** Join the line when there is no place. */
  wait: boolean
  at: Instant
}

type Decision =
  | { outcome: 'refused'; refusal: Refusal }
  /** This very tap was answered before. */
  | { outcome: 'same'; claim: Claim }
  | { outcome: 'claim'; claim: Claim; step: Step }

/** What deciding about one person needs of a session. */
export type Bookable = Pick<
  Session,
  | 'rev'
  | 'state'
  | 'because'
  | 'day'
  | 'startsAt'
  | 'endsAt'
  | 'opensAt'
  | 'terms'
  | 'slots'
  | 'waiting'
  | 'claims'
  | 'gone'
>

/** A claim as it is made, before anything happened to it. */
export const newClaim = (
  { key, person: { name, birthDate }, by, byName, at }: Omit<Booking, 'slot' | 'wait'>,
  made: Pick<Claim, 'turn' | 'state' | 'pool' | 'slot' | 'due' | 'owed'>,
): Claim => ({
  key,
  name,
  birthDate,
  by,
  byName,
  at,
  elder: false,
  passed: 0,
  called: null,
  returned: false,
  first: false,
  twoTold: false,
  keptFrom: null,
  keptIn: null,
  act: null,
  ...made,
})

/** Why nothing of a session can be booked at a moment, or null. */
export const bookingRefusal = (
  { state, because, opensAt, endsAt }: Bookable,
  at: Instant,
): Refusal | null => {
  if (state === 'calledOff')
    return { code: 'SessionCalledOff', ...(because !== null && { data: { because } }) }
  if (at >= endsAt) return { code: 'SessionOver' }
  return at < opensAt ? { code: 'NotOpenYet', data: { opensAt } } : null
}

/** Decides a booking from the counts and the person's own claim; the step makes it true where it still fits. */
export const decideBooking = (session: Bookable, tap: Booking): Decision => {
  const { key, person, at } = tap
  const own = session.claims[person.id]
  const gone = session.gone[person.id]
  if (own?.key === key) return { outcome: 'same', claim: own }
  if (gone?.keys.includes(key)) return { outcome: 'refused', refusal: { code: 'CancelledBefore' } }
  const refusal = bookingRefusal(session, at)
  if (refusal) return { outcome: 'refused', refusal }
  if (own)
    return { outcome: 'refused', refusal: { code: 'AlreadyBooked', data: { state: own.state } } }

  const way = wayIn(session, tap)
  if ('code' in way) return { outcome: 'refused', refusal: way }
  const { slot, guard, change } = way
  const claim = newClaim(tap, {
    turn: (gone?.turn ?? 0) + 1,
    pool: 'booked',
    slot,
    ...(slot === null
      ? { state: 'waiting', due: null, owed: null }
      : {
          state: 'booked',
          due: dueFrom(session.slots[slot]?.startsAt ?? 0, at),
          owed: { event: 'haircutBooked', key },
        }),
  })
  return {
    outcome: 'claim',
    claim,
    step: {
      guard: {
        ...guard,
        equal: {
          rev: session.rev,
          state: 'open',
          ...(gone && { [`gone.${person.id}.turn`]: gone.turn }),
        },
        missing: [
          `claims.${person.id}`,
          ...(gone ? [] : [`gone.${person.id}`]),
          ...(guard.missing ?? []),
        ],
      },
      change: {
        set: { ...touched.set, [`claims.${person.id}`]: claim },
        inc: { ...touched.inc, ...change.inc },
        push: {
          ...change.push,
          people: person.id,
          ...(tap.by !== person.id && { actors: tap.by }),
        },
      },
    },
  }
}

/** The place or the line somebody would get, with what must still be true for it; or why not. */
const wayIn = (
  { slots, waiting }: Bookable,
  { person, slot: chosen, wait, at }: Booking,
): { slot: number | null; guard: Guard; change: Change } | Refusal => {
  const open = slots.flatMap(({ left, endsAt }, slot) => (at < endsAt ? [{ slot, left }] : []))
  // Whoever waits comes first: a place that is free beside a line is about to be theirs.
  const free = waiting.length > 0 ? [] : open.filter(({ left }) => left > 0)
  const place = chosen === null ? free[0] : free.find(({ slot }) => slot === chosen)
  if (place)
    return {
      slot: place.slot,
      guard: {
        missing: ['waiting.0', `numbers.${mostNumbers - 1}`],
        above: { [`slots.${place.slot}.left`]: 0 },
      },
      change: { inc: { [`slots.${place.slot}.left`]: -1 }, push: { numbers: person.id } },
    }
  if (free.length > 0) return { code: 'SlotFull' }
  if (!wait || waiting.length >= mostWaiting)
    return { code: 'Full', data: { waiting: waiting.length } }
  return {
    slot: null,
    guard: {
      missing: [`waiting.${mostWaiting - 1}`],
      // A place that came free meanwhile is better than the line, unless the line itself is first.
      ...(waiting.length > 0
        ? { present: ['waiting.0'] }
        : { below: Object.fromEntries(open.map(({ slot }) => [`slots.${slot}.left`, 1])) }),
    },
    change: { push: { waiting: person.id } },
  }
}
