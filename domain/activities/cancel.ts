import type { Refusal } from '@/domain/shared/refusal'
import { touched, withKey, type Change, type Guard, type Step } from '@/domain/shared/step'
import type { Instant } from '@/types/shared/day'
import { heldUntil, promotes, type Claim, type Gone, type Seating, type Waiter } from './places'

interface Cancellation {
  readonly key: string
  readonly person: string
  readonly onBehalf: boolean
  /** The person's data are being erased: what they hold is given back, however late. */
  readonly leaving?: boolean
  readonly at: Instant
}

type Decision =
  | { outcome: 'refused'; refusal: Refusal }
  /** This very tap was answered before. */
  | { outcome: 'same'; gone: Gone }
  /** `promoted` gets the seat, in the same step. */
  | { outcome: 'cancel'; gone: Gone; promoted: Waiter | null; step: Step }

/**
 * Decides a cancellation. The deadline is for seats: leaving the line or the draw helps everybody at any time, and
 * staff may cancel until the end for somebody who calls.
 */
export const decideCancel = (places: Seating, tap: Cancellation): Decision => {
  const { key, person, onBehalf, leaving = false, at } = tap
  const { rules } = places
  const claim = places.claims[person]
  const gone = places.gone[person]
  if (gone?.by === key) return { outcome: 'same', gone }
  if (!claim || claim.state === 'notDrawn' || rules.state === 'withdrawn')
    return { outcome: 'refused', refusal: { code: 'NotSignedUp' } }
  const deadline = claim.state === 'in' && !onBehalf && !leaving ? rules.cancelUntil : rules.endsAt
  if (at >= deadline)
    return { outcome: 'refused', refusal: { code: 'TooLateToCancel', data: { until: deadline } } }

  const { promoted, guard, change } = givenBack(places, person, claim, at)
  const left: Gone = {
    turn: claim.turn,
    keys: withKey(gone?.keys, claim.key),
    by: key,
    at,
    byStaff: onBehalf,
    owed: claim,
  }
  return {
    outcome: 'cancel',
    gone: left,
    promoted,
    step: {
      guard: {
        ...guard,
        equal: {
          rev: places.rev,
          [`claims.${person}.key`]: claim.key,
          [`claims.${person}.state`]: claim.state,
          ...guard.equal,
        },
      },
      change: {
        ...change,
        unset: [`claims.${person}`],
        set: { ...touched.set, [`gone.${person}`]: left, ...change.set },
        inc: {
          ...touched.inc,
          ...(claim.household === null ? {} : { [`households.${claim.household}`]: -1 }),
          ...change.inc,
        },
      },
    },
  }
}

/** To whom the seat goes: the first in line, back to those it was held for, or to anybody. */
const givenBack = (
  { rules, waiting }: Seating,
  person: string,
  { state, pool }: Claim,
  at: Instant,
): { promoted: Waiter | null; guard: Guard; change: Change } => {
  if (state === 'waiting')
    return { promoted: null, guard: {}, change: { pull: { waiting: { person } } } }
  if (state === 'entered') return { promoted: null, guard: {}, change: { inc: { entries: -1 } } }
  if (pool === 'held' && at < heldUntil(rules))
    return { promoted: null, guard: {}, change: { inc: { heldLeft: 1 } } }
  if (!promotes(rules, at)) return { promoted: null, guard: {}, change: { inc: { left: 1 } } }
  const [first] = waiting
  if (first === undefined)
    return { promoted: null, guard: { missing: ['waiting.0'] }, change: { inc: { left: 1 } } }
  return {
    promoted: first,
    guard: { equal: { 'waiting.0.person': first.person } },
    change: {
      shift: ['waiting'],
      set: {
        [`claims.${first.person}.state`]: 'in',
        [`claims.${first.person}.owed`]: 'promoted',
      },
    },
  }
}
