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
  type Sighting,
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

/** The moment somebody is seen at, within the doors: what a phone's wrong clock says counts for no more. */
const within = ({ opensAt, closesAt }: Doors, at: Instant): Instant =>
  Math.min(Math.max(at, opensAt), closesAt)

/** Whole minutes count, each from its beginning. */
const wholeMinute = (at: Instant): Instant => shownFrom({ minute: minuteOf(at) })

/** So short a break is none: somebody fetched something, or tapped the wrong button. */
const shortBreakMs = 15 * 60_000

/** The first and the last of those kept of one person: more in between say nothing new. */
const keptAtEachEnd = 8

/** By time; at the same moment whoever goes was there. */
const inTime = (one: Sighting, other: Sighting): number =>
  one.at - other.at || Number(one.leaving) - Number(other.leaving) || (one.key < other.key ? -1 : 1)

/** With one more, whichever came in first. */
const withSighting = (known: readonly Sighting[], one: Sighting): readonly Sighting[] => {
  const all = [...known, one].sort(inTime)
  return all.length <= 2 * keptAtEachEnd
    ? all
    : [...all.slice(0, keptAtEachEnd), ...all.slice(-keptAtEachEnd)]
}

interface Stay {
  from: Sighting
  to: Sighting | null
}

/** From when to when somebody was there. Of two times they went, without coming in between, the later counts. */
const staysOf = (sightings: readonly Sighting[]): { stays: Stay[]; wentTwice: boolean } => {
  const stays: Stay[] = []
  let wentTwice = false
  for (const sighting of sightings) {
    const last = stays.at(-1)
    const long = last?.to ? sighting.at - last.to.at > shortBreakMs : false
    if (sighting.leaving) {
      if (last) last.to = sighting
      wentTwice ||= long
    } else if (!last || long) stays.push({ from: sighting, to: null })
    else last.to = null
  }
  return { stays, wentTwice }
}

/** What it comes to that somebody was seen on a shift. */
export interface Attended {
  in: Instant
  /** Null while they are there. */
  out: Instant | null
  /** Whole minutes there, as many as can be given at most; 0 while they are. */
  minutes: number
  /** What a second person has to look at. */
  flags: readonly AttendanceFlag[]
  /** Who put it down for them: no second person for their hours. */
  by: readonly string[]
}

/**
 * What sightings come to at a moment, whatever order they came in: time away is left out. Who forgot to say that they go
 * is closed by rule an hour after the end, and counts from the planned beginning: setting up is for who says when they go.
 */
export const attended = (
  times: Times,
  { sightings }: Pick<Seen, 'sightings'>,
  at: Instant,
): Attended => {
  const { stays, wentTwice } = staysOf(sightings)
  const last = stays.at(-1)
  const closed = last?.to === null && at >= doorsOf(times, true).closesAt
  const from = (stay: Stay) => wholeMinute(stay.from.at)
  const to = (stay: Stay) =>
    stay.to ? wholeMinute(stay.to.at) : Math.max(times.endsAt, from(stay))
  const here = last?.to === null && !closed
  const sum = stays
    .map((stay) => to(stay) - (closed ? Math.max(from(stay), times.startsAt) : from(stay)))
    .reduce((total, ms) => total + Math.max(ms, 0), 0)
  const away = stays.length > 1 || wentTwice || sightings.length === 2 * keptAtEachEnd
  const flags = new Set<AttendanceFlag>([
    ...stays.flatMap((stay) => [stay.from.flag ?? [], stay.to?.flag ?? []].flat()),
    ...(away ? (['cameAgain'] as const) : []),
    ...(closed ? (['closedByRule'] as const) : []),
    ...(last ? [] : (['cameUnknown'] as const)),
  ])
  const went = wholeMinute(sightings.at(-1)?.at ?? at)
  return {
    in: stays[0] ? from(stays[0]) : went,
    out: here ? null : last ? to(last) : went,
    minutes: here ? 0 : Math.min(Math.floor(sum / 60_000), mostMinutes(times)),
    flags: [...flags],
    by: [...new Set(sightings.flatMap(({ by }) => by ?? []))],
  }
}

/** Whether nothing is left to be done about somebody's part: they never came, or it is entered, or it is nothing. */
const isSettled = (shift: Times, { seen, hours }: ShiftClaim, at: Instant): boolean => {
  if (!seen || hours !== undefined || seen.refused === true) return true
  const { out, minutes } = attended(shift, seen, at)
  return out !== null && minutes === 0
}

/** Whether the hours of everybody who came are proposed. */
export const areSettled = (shift: Pick<Shift, 'claims'> & Times, at: Instant): boolean =>
  Object.values(shift.claims).every((claim) => isSettled(shift, claim, at))

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
  /** A second person decided the hours that follow from what was seen before. */
  decided: boolean
}

type Decision =
  | { outcome: 'refused'; refusal: Refusal }
  | { outcome: 'same'; seen: Seen }
  | { outcome: 'step'; seen: Seen; step: Step }

/**
 * Decides what it means that somebody is seen on a shift, coming or going. Once the shift is over, their hours are
 * proposed in the same step; until a second person decided them, they follow what comes in late.
 */
export const decideSeen = (shift: Shift, seeing: Seeing): Decision => {
  const { key, person, leaving, scan, by, at, decided } = seeing
  const claim = shift.claims[person]
  if (shift.state === 'calledOff') return refused('ShiftCalledOff')
  if (!claim) return refused('NotOnShift')
  const { seen, hours } = claim
  const known = seen?.sightings ?? []
  if (seen && known.some((one) => one.key === key)) return { outcome: 'same', seen }
  if (seen?.refused || (hours && (decided || hours.by !== system))) return refused('AlreadyClosed')
  const doors = doorsOf(shift, leaving)
  if ('refused' in scan) return refused(scan.refused, { opensAt: doors.opensAt })
  // Seen at once they can still say that they came; what is sent later may arrive before that they came.
  const atOnce = seeing.seenAt === at
  if (leaving && atOnce && known.every((one) => one.leaving)) return refused('NotHereYet')
  const sighting = {
    ...{ key, leaving, by },
    at: within(doors, seeing.seenAt),
    flag: flagOf[scan.state],
  }
  const next: Seen = { n: (seen?.n ?? 0) + 1, sightings: withSighting(known, sighting) }
  return { outcome: 'step', seen: next, step: stepTo(shift, claim, { ...seeing, seen: next }) }
}

/**
 * What becomes of somebody's part in a shift that is over: hours for who went, and for who forgot to say so the end by
 * rule, an hour later. Null while there is nothing to do.
 */
export const decideClose = (shift: Shift, closing: Closing): Step | null => {
  const { at } = closing
  const claim = shift.claims[closing.person]
  if (shift.state === 'calledOff' || !claim?.seen || isSettled(shift, claim, at)) return null
  const { seen } = claim
  if (at < shift.endsAt || attended(shift, seen, at).out === null) return null
  return stepTo(shift, claim, { ...closing, seen: { ...seen, n: seen.n + 1 } })
}

const stepTo = (
  shift: Shift,
  claim: ShiftClaim,
  { person, now, at, entry, what, seen }: Closing & { seen: Seen },
): Step => {
  const { out, minutes } = attended(shift, seen, at)
  const before = claim.hours
  const hours: ShiftHours = {
    ...{ entry, minutes, by: system },
    owed: { person: now, what, at, ...(before && { again: true }) },
  }
  const due = at >= shift.endsAt && out !== null && minutes > 0
  return {
    guard: {
      equal: {
        rev: shift.rev,
        state: 'open',
        [`claims.${person}.key`]: claim.key,
        ...(claim.seen && { [`claims.${person}.seen.n`]: claim.seen.n }),
        ...(before && { [`claims.${person}.hours.entry`]: before.entry }),
      },
      missing: [
        ...(before ? [] : [`claims.${person}.hours`]),
        ...(claim.seen ? [] : [`claims.${person}.seen`]),
      ],
    },
    change: {
      set: {
        attending: true,
        [`claims.${person}.seen`]: seen,
        ...((due || before) && { ...touched.set, [`claims.${person}.hours`]: hours }),
      },
      inc: touched.inc,
    },
  }
}

const refused = (code: string, data?: Refusal['data']): Decision => ({
  outcome: 'refused',
  refusal: { code, ...(data && { data }) },
})
