import type { Refusal } from '@/domain/shared/refusal'
import type { Step } from '@/domain/shared/step'
import type { Instant } from '@/types/shared/day'
import type { AttendanceFlag } from '@/types/volunteers'

/** Hours that were entered for somebody on a shift: counted once, until a second person refuses them. */
export interface ShiftHours {
  /** The entry's own record. */
  entry: string
  minutes: number
  by: string
  /** What is still to be written into that record: whose they are now, what was done, and when it was entered. */
  owed: { person: string; what: string; at: Instant } | null
}

/** When somebody on a shift came and went, as it was seen. */
export interface Seen {
  /** Raised by every change: of two who change it at once, the second reads again. */
  n: number
  in: Instant
  /** Null until they go; at the end by rule, when nobody put that down. */
  out: Instant | null
  /** Who put it down for them: no second person for their hours. */
  by: readonly string[]
  /** What a second person has to look at. */
  flags: readonly AttendanceFlag[]
  /** A second person refused the hours that followed from it: others are entered by hand. */
  refused?: true
  /** Keys of the last taps: a late duplicate of one changes nothing. */
  keys: readonly string[]
}

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
  hours?: ShiftHours
  seen?: Seen
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
  /** It was called off, so they were told to stay at home, and takes place after all: they are asked anew. */
  askedAnew?: boolean
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

/** What a shift is, besides who is on it. */
export interface Described {
  kind: string
  title: string
  placeName: string
  startsAt: Instant
  endsAt: Instant
}

/** Whether who is on a shift has to come at another time, or to another place. */
export const moves = (before: Described, after: Described): boolean =>
  before.startsAt !== after.startsAt ||
  before.endsAt !== after.endsAt ||
  before.placeName !== after.placeName

const described = ({ kind, title, placeName, startsAt, endsAt }: Described): string =>
  JSON.stringify([kind, title, placeName, startsAt, endsAt])

/**
 * Why a new shift, or a change of one, cannot be: `before` is the shift as it stands, and `service` says that a service
 * made it. What it is follows that service; only how many it needs is anybody's.
 */
export const saveRefusal = (
  next: Described & Pick<Shift, 'needed'>,
  before: (Shift & Described & { service: boolean }) | null,
  at: Instant,
): Refusal | null => {
  const { startsAt, endsAt, needed } = next
  if (before?.state === 'calledOff') return { code: 'ShiftCalledOff' }
  if (before && at >= before.endsAt) return { code: 'ShiftOver' }
  if (before?.service && described(before) !== described(next)) return { code: 'FollowsItsService' }
  if (endsAt <= startsAt) return { code: 'TimesOutOfOrder' }
  if (endsAt <= at) return { code: 'InPast' }
  const on = before ? Object.keys(before.claims).length : 0
  return needed < on ? { code: 'MoreAreOnIt', data: { confirmed: on } } : null
}

/**
 * Everybody on a shift that was called off, as those who left it: they were told to stay at home, so none of them counts
 * before they say yes again.
 */
export const askedAnew = (
  { claims, gone }: Pick<Shift, 'claims' | 'gone'>,
  key: string,
  at: Instant,
): Shift['gone'] =>
  Object.fromEntries(
    Object.entries(claims).map(([person, claim]) => [
      person,
      {
        keys: [...(gone[person]?.keys ?? []), claim.key].slice(-keysKept),
        by: key,
        at,
        because: null,
        byStaff: true,
        askedAnew: true,
        owed: claim,
      },
    ]),
  )

/** Minutes somebody may have given beyond a shift: setting up before it, tidying up after it. */
export const minutesAround = 60

/** The most minutes that can be given on a shift. */
export const mostMinutes = ({ startsAt, endsAt }: Pick<Shift, 'startsAt' | 'endsAt'>): number =>
  Math.round((endsAt - startsAt) / 60_000) + minutesAround

interface Entering extends Omit<ShiftHours, 'owed'> {
  /** The id under which they are on the shift. */
  person: string
  owed: NonNullable<ShiftHours['owed']>
}

/** Decides whether hours can be entered for somebody's part in a shift: once, and only for who was there. */
export const decideHours = (shift: Shift, entering: Entering): Decision => {
  const { person, entry, minutes, by, owed } = entering
  const claim = shift.claims[person]
  if (claim?.hours?.entry === entry) return { outcome: 'same', step: nothing }
  if (!claim || shift.state === 'calledOff') return refused('NotOnShift')
  if (owed.at < shift.endsAt) return refused('ShiftNotOver')
  if (claim.hours) return refused('AlreadyEntered')
  const most = mostMinutes(shift)
  if (minutes > most)
    return { outcome: 'refused', refusal: { code: 'LongerThanShift', data: { minutes: most } } }
  const hours: ShiftHours = { entry, minutes, by, owed }
  return {
    outcome: 'step',
    step: {
      guard: {
        equal: { rev: shift.rev, [`claims.${person}.key`]: claim.key },
        missing: [`claims.${person}.hours`],
      },
      change: {
        set: { ...touched.set, [`claims.${person}.hours`]: hours },
        inc: touched.inc,
      },
    },
  }
}
