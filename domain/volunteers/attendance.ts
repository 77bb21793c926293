import type { Refusal } from '@/domain/shared/refusal'
import {
  minuteOf,
  shownFrom,
  type Doors,
  type Minute,
  type Scanned,
} from '@/domain/shared/rotatingCode'
import { touched, type Step } from '@/domain/shared/step'
import type { Instant } from '@/types/shared/day'
import type { AttendanceFlag } from '@/types/volunteers'
import {
  minutesAround,
  mostMinutes,
  type Seen,
  type Shift,
  type ShiftClaim,
  type ShiftHours,
} from './shifts'

/** Who enters what follows from coming and going: no person's id. */
export const system = 'system'

/** What the code of a shift says. */
export interface ShiftCode extends Minute {
  shift: string
}

export const codeAt = (shift: string, at: Instant): ShiftCode => ({ shift, minute: minuteOf(at) })

/** `<shift>-<minute>`: what is signed. */
export const textOf = ({ shift, minute }: ShiftCode): string => `${shift}-${minute}`

/** Reads what was signed; null when it is of another shape. */
export const codeOf = (text: string): ShiftCode | null => {
  const [, shift, minute] = /^(.+)-(\d{1,12})$/.exec(text) ?? []
  return shift === undefined ? null : { shift, minute: Number(minute) }
}

type Times = Pick<Shift, 'startsAt' | 'endsAt'>

const aroundMs = minutesAround * 60_000

/** People come from an hour before it begins until it is over; they go until an hour after that. */
export const doorsOf = ({ startsAt, endsAt }: Times, leaving: boolean): Doors => ({
  opensAt: startsAt - aroundMs,
  closesAt: leaving ? endsAt + aroundMs : endsAt,
})

/** When a scan counts for: the phone's time where it fits, else the code's own minute. */
export const scannedFor = (
  code: Minute,
  { at, scannedAt, fits }: { at: Instant; scannedAt: Instant | null; fits: boolean },
): Instant => (scannedAt === null ? at : fits ? scannedAt : shownFrom(code))

/** The whole minute somebody is seen in, within the doors: what a phone's wrong clock says counts for no more. */
const minuteWithin = ({ opensAt, closesAt }: Doors, at: Instant): Instant =>
  shownFrom({ minute: minuteOf(Math.min(Math.max(at, opensAt), closesAt)) })

/**
 * Whole minutes somebody was there, as many as can be given at most. What is closed by rule counts from the planned
 * beginning: setting up before it is for who says when they go.
 */
export const minutesThere = (
  times: Times,
  { in: came, out, flags }: Pick<Seen, 'in' | 'out' | 'flags'>,
): number => {
  if (out === null) return 0
  const from = flags.includes('closedByRule') ? Math.max(came, times.startsAt) : came
  return Math.min(Math.max(Math.floor((out - from) / 60_000), 0), mostMinutes(times))
}

/** Whether nothing is left to be done about somebody's part: they never came, or it is entered, or it is nothing. */
const isSettled = (shift: Times, { seen, hours }: ShiftClaim): boolean =>
  !seen ||
  hours !== undefined ||
  seen.refused === true ||
  (seen.out !== null && minutesThere(shift, seen) === 0)

/** Whether the hours of everybody who came are proposed. */
export const areSettled = (shift: Pick<Shift, 'claims'> & Times): boolean =>
  Object.values(shift.claims).every((claim) => isSettled(shift, claim))

const keysKept = 10

const flagOf = {
  present: null,
  toConfirm: 'scannedOffline',
  flagged: 'scanDoesNotFit',
} as const satisfies Record<string, AttendanceFlag | null>

interface Closing {
  /** The id under which they are on the shift, and the one they have now. */
  person: string
  now: string
  at: Instant
  /** The entry their hours would have, and what it says. */
  entry: string
  what: string
}

interface Seeing extends Closing {
  key: string
  leaving: boolean
  /** What it is worth that they were seen, and the moment it counts for, which may be earlier than it is told. */
  scan: Scanned
  seenAt: Instant
  /** Who put it down for them; null when they scanned themselves. */
  by: string | null
}

type Decision =
  | { outcome: 'refused'; refusal: Refusal }
  | { outcome: 'same'; seen: Seen }
  | { outcome: 'step'; seen: Seen; step: Step }

/**
 * Decides what it means that somebody is seen on a shift, coming or going. Who comes again stays since they came first;
 * of two times they went the later counts. Once the shift is over, their hours are proposed in the same step.
 */
export const decideSeen = (shift: Shift, seeing: Seeing): Decision => {
  const { key, person, leaving, scan, by } = seeing
  const claim = shift.claims[person]
  if (shift.state === 'calledOff') return refused('ShiftCalledOff')
  if (!claim) return refused('NotOnShift')
  const { seen } = claim
  if (seen?.keys.includes(key)) return { outcome: 'same', seen }
  if (claim.hours || seen?.refused) return refused('AlreadyClosed')
  const doors = doorsOf(shift, leaving)
  if ('refused' in scan) return refused(scan.refused, { opensAt: doors.opensAt })
  const flag = flagOf[scan.state]
  const seenAt = minuteWithin(doors, seeing.seenAt)
  if (leaving && (!seen || seenAt < seen.in)) return refused('NotHereYet')
  const nothingNew =
    seen &&
    (leaving ? seen.out !== null && seenAt <= seen.out : seen.out === null || seenAt < seen.out)
  if (nothingNew) return { outcome: 'same', seen }
  const next: Seen = {
    n: (seen?.n ?? 0) + 1,
    in: seen?.in ?? seenAt,
    out: leaving ? seenAt : null,
    by: [...new Set([...(seen?.by ?? []), ...(by === null ? [] : [by])])],
    flags: [...new Set([...(seen?.flags ?? []), ...(flag === null ? [] : [flag])])],
    keys: [...(seen?.keys ?? []), key].slice(-keysKept),
  }
  return { outcome: 'step', seen: next, step: stepTo(shift, claim, { ...seeing, seen: next }) }
}

/**
 * What becomes of somebody's part in a shift that is over: hours for who went, and for who forgot to say so the end by
 * rule, an hour later. Null while there is nothing to do.
 */
export const decideClose = (shift: Shift, closing: Closing): Step | null => {
  const claim = shift.claims[closing.person]
  if (shift.state === 'calledOff' || !claim?.seen || isSettled(shift, claim)) return null
  const { seen } = claim
  if (closing.at < shift.endsAt) return null
  if (seen.out !== null)
    return stepTo(shift, claim, { ...closing, seen: { ...seen, n: seen.n + 1 } })
  if (closing.at < doorsOf(shift, true).closesAt) return null
  const closed: Seen = {
    ...seen,
    n: seen.n + 1,
    out: Math.max(shift.endsAt, seen.in),
    flags: [...seen.flags, 'closedByRule'],
  }
  return stepTo(shift, claim, { ...closing, seen: closed })
}

const stepTo = (
  shift: Shift,
  claim: ShiftClaim,
  { person, now, at, entry, what, seen }: Closing & { seen: Seen },
): Step => {
  const minutes = minutesThere(shift, seen)
  const hours: ShiftHours = { entry, minutes, by: system, owed: { person: now, what, at } }
  return {
    guard: {
      equal: {
        rev: shift.rev,
        state: 'open',
        [`claims.${person}.key`]: claim.key,
        ...(claim.seen && { [`claims.${person}.seen.n`]: claim.seen.n }),
      },
      missing: [`claims.${person}.hours`, ...(claim.seen ? [] : [`claims.${person}.seen`])],
    },
    change: {
      set: {
        attending: true,
        [`claims.${person}.seen`]: seen,
        ...(at >= shift.endsAt &&
          minutes > 0 && { ...touched.set, [`claims.${person}.hours`]: hours }),
      },
      inc: touched.inc,
    },
  }
}

const refused = (code: string, data?: Refusal['data']): Decision => ({
  outcome: 'refused',
  refusal: { code, ...(data && { data }) },
})
