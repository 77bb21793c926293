import type { Refusal } from '@/domain/shared/refusal'
import type { Step } from '@/domain/shared/step'
import type { Instant } from '@/types/shared/day'

/** One person on a shift. */
export interface ShiftClaim {
  /** The idempotency key of the tap that made it. */
  key: string
  name: string
  /** The staff member who put them on it; null when they came themselves. */
  by: string | null
  at: Instant
  /** They are still to be told that they were put on it. */
  owed: boolean
}

/** What is left of somebody who is not on a shift any more. */
export interface ShiftGone {
  /** Keys of the last taps that put them on it: a late duplicate of one does so no more. */
  keys: readonly string[]
  /** The key of the tap that took them off. */
  by: string
  at: Instant
  because: string | null
  /** Staff took them off: they are told too. */
  byStaff: boolean
  /** The claim they had, until everybody concerned is told. */
  owed: ShiftClaim | null
}

/** The scarce thing: who is on a shift. needed = left + those on it. */
export interface Shift {
  /** Raised by every edit. */
  rev: number
  /** Raised by every change. */
  seq: number
  state: 'open' | 'calledOff'
  startsAt: Instant
  endsAt: Instant
  needed: number
  left: number
  claims: Readonly<Record<string, ShiftClaim>>
  gone: Readonly<Record<string, ShiftGone>>
  /** The keys of `claims`, to find a person's shifts by. */
  people: readonly string[]
}

/** Every change is counted, and looked at by the sweep. */
export const touched = { inc: { seq: 1 }, set: { owes: true } } as const

const keysKept = 5

interface Joining {
  key: string
  person: { id: string; name: string }
  /** The staff member who puts them on it. */
  by: string | null
  at: Instant
}

type Decision = { outcome: 'refused'; refusal: Refusal } | { outcome: 'same' | 'step'; step: Step }

const nothing: Step = { guard: {}, change: {} }
const refused = (code: string): Decision => ({ outcome: 'refused', refusal: { code } })

/** Decides whether somebody gets onto a shift: they come themselves, or staff put them on it. */
export const decideJoin = (shift: Shift, { key, person, by, at }: Joining): Decision => {
  const own = shift.claims[person.id]
  const gone = shift.gone[person.id]
  // Who is on it already came, whichever tap it was; staff are told that they need not.
  if (own)
    return own.key === key || !by ? { outcome: 'same', step: nothing } : refused('AlreadyOnShift')
  if (gone?.keys.includes(key)) return { outcome: 'same', step: nothing }
  if (shift.state === 'calledOff') return refused('ShiftCalledOff')
  if (at >= shift.endsAt) return refused('ShiftOver')
  if (shift.left <= 0) return refused('ShiftFull')
  const claim: ShiftClaim = {
    key,
    name: person.name,
    by,
    at,
    owed: by !== null,
  }
  return {
    outcome: 'step',
    step: {
      guard: {
        equal: {
          state: 'open',
          rev: shift.rev,
          ...(gone && { [`gone.${person.id}.by`]: gone.by }),
        },
        missing: [`claims.${person.id}`, ...(gone ? [] : [`gone.${person.id}`])],
        above: { left: 0 },
      },
      change: {
        set: { ...touched.set, [`claims.${person.id}`]: claim },
        inc: { ...touched.inc, left: -1 },
        push: { people: person.id },
      },
    },
  }
}

interface Leaving {
  key: string
  person: string
  because: string | null
  byStaff: boolean
  at: Instant
}

/** Takes somebody off a shift, until it is over. */
export const decideLeave = (
  shift: Shift,
  { key, person, because, byStaff, at }: Leaving,
): Decision => {
  const claim = shift.claims[person]
  const gone = shift.gone[person]
  if (gone?.by === key) return { outcome: 'same', step: nothing }
  if (!claim || shift.state === 'calledOff') return refused('NotOnShift')
  if (at >= shift.endsAt) return refused('ShiftOver')
  const left: ShiftGone = {
    keys: [...(gone?.keys ?? []), claim.key].slice(-keysKept),
    by: key,
    at,
    because,
    byStaff,
    owed: claim,
  }
  return {
    outcome: 'step',
    step: {
      guard: { equal: { state: 'open', [`claims.${person}.key`]: claim.key } },
      change: {
        unset: [`claims.${person}`],
        set: { ...touched.set, [`gone.${person}`]: left },
        inc: { ...touched.inc, left: 1 },
        pull: { people: person },
      },
    },
  }
}

/** Why a new shift, or a change of one, cannot be: `before` is the shift as it stands. */
export const saveRefusal = (
  { startsAt, endsAt, needed }: Pick<Shift, 'startsAt' | 'endsAt' | 'needed'>,
  before: Shift | null,
  at: Instant,
): Refusal | null => {
  if (before?.state === 'calledOff') return { code: 'ShiftCalledOff' }
  if (endsAt <= startsAt) return { code: 'TimesOutOfOrder' }
  if (endsAt <= at) return { code: 'InPast' }
  const on = before ? Object.keys(before.claims).length : 0
  return needed < on ? { code: 'MoreAreOnIt', data: { confirmed: on } } : null
}
