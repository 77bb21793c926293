import type { Refusal } from '@/domain/shared/refusal'
import { touched, withKey, type Guard, type Step } from '@/domain/shared/step'
import { dayMs, type Instant } from '@/types/shared/day'
import type { AttendanceFlag } from '@/types/volunteers'

/** Hours that were entered for somebody on a shift: counted once, until a second person refuses them. */
export interface ShiftHours {
  /** The entry's own record. */
  entry: string
  minutes: number
  by: string
  /**
   * What is still to be written into that record: whose they are now, what was done, and when it was entered; `again` when
   * it follows what came in later.
   */
  owed: { person: string; what: string; at: Instant; again?: true } | null
}

/** Somebody on a shift would like another to come in their place; until one does, it stays theirs. */
export interface SwapOffer {
  /** The tap that offered it. */
  key: string
  at: Instant
  /** Who took it and waits for the coordinator's word, and who of their family tapped for them. */
  takenBy: { id: string; key: string; at: Instant; actor?: string } | null
  /** Taps that took it and came to nothing: a late duplicate of one takes it no more. */
  dropped: readonly string[]
  /** The tap of the coordinator who last said no. */
  refusedBy: string | null
}

/** Somebody was seen on a shift, coming or going. */
export interface Sighting {
  /** The key of the tap: a late duplicate of it changes nothing. */
  key: string
  /** The moment it counts for, which may be earlier than it came in. */
  at: Instant
  leaving: boolean
  /** What a second person has to look at. */
  flag: AttendanceFlag | null
  /** Who put it down for them; null when they scanned themselves. */
  by: string | null
}

/** How often somebody was seen on a shift: what it comes to follows from that alone, in whatever order it came in. */
export interface Seen {
  /** Raised by every change: of two who change it at once, the second reads again. */
  n: number
  /** By time. */
  sightings: readonly Sighting[]
  /** A second person refused the hours that followed from it: others are entered by hand. */
  refused?: true
}

/** One person on a shift. */
export interface ShiftClaim {
  /** The idempotency key of the tap that made it. */
  key: string
  name: string
  /** The staff member who put them on it; null when they came themselves. */
  by: string | null
  /** Who of their family said yes for them, and is told what they are told. */
  actor?: string
  at: Instant
  /** They are still to be told that they were put on it. */
  owed: boolean
  hours?: ShiftHours
  swap?: SwapOffer
  /** The taps whose offers were taken back. */
  endedOffers?: readonly string[]
  seen?: Seen
}

/** Somebody as a shift names them, and who of their family tapped for them. */
export interface Named {
  id: string
  name: string
  actor?: string
}

/** Somebody on a shift, as news names them. */
export const namedOn = (
  id: string,
  { name, actor }: Pick<ShiftClaim, 'name' | 'actor'>,
): Named => ({
  id,
  name,
  ...(actor !== undefined && { actor }),
})

/** What somebody is still to be told of a swap. */
export interface SwapNews {
  /**
   * `made` at once or `agreed` by a coordinator; `waits` for one, who may have `refused`; `dropped` when the place was
   * not to be had after all.
   */
  what: 'made' | 'waits' | 'agreed' | 'refused' | 'dropped'
  from: Named
  taker: Named
}

/** What is left of somebody who is not on a shift any more. */
export interface ShiftGone {
  /** Keys of the last taps that put them on it: a late duplicate of one does so no more. */
  keys: readonly string[]
  /** The key of the tap that took them off. */
  by: string
  at: Instant
  /** Until everybody concerned is told. */
  because: string | null
  /** Staff or somebody of their family took them off: they are told too. */
  byOther: boolean
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
  /** Who of those on it leads it. */
  leader: string | null
  /** Whoever takes a place needs the coordinator's word. */
  approveSwaps: boolean
  /** Until when somebody may have offered a place: 0 when nobody ever did. */
  swapUntil: Instant
  /** By the key of the tap. */
  swapNews: Readonly<Record<string, SwapNews>>
}

/** What must still hold of a claim and its offer when it ends, and of who leads. */
export const claimGuard = (shift: Shift, person: string): Guard => {
  const { key, swap, seen } = shift.claims[person] ?? {}
  const at = `claims.${person}`
  return {
    equal: {
      state: 'open',
      leader: shift.leader,
      ...(key !== undefined && { [`${at}.key`]: key }),
      ...(swap && { [`${at}.swap.key`]: swap.key }),
      ...(swap && !swap.takenBy && { [`${at}.swap.takenBy`]: null }),
      ...(swap?.takenBy && { [`${at}.swap.takenBy.key`]: swap.takenBy.key }),
    },
    missing: [...(swap ? [] : [`${at}.swap`]), ...(seen ? [] : [`${at}.seen`])],
  }
}

interface Joining {
  key: string
  person: Named
  /** Every id they may wait for somebody's place under. */
  ids: readonly string[]
  /** The staff member who puts them on it. */
  by: string | null
  at: Instant
}

type Decision = { outcome: 'refused'; refusal: Refusal } | { outcome: 'same' | 'step'; step: Step }

const nothing: Step = { guard: {}, change: {} }
const refused = (code: string): Decision => ({ outcome: 'refused', refusal: { code } })

/** Decides whether somebody gets onto a shift: they come themselves, or staff put them on it. */
export const decideJoin = (shift: Shift, { key, person, ids, by, at }: Joining): Decision => {
  const own = shift.claims[person.id]
  const gone = shift.gone[person.id]
  // Who is on it already came, whichever tap it was; staff are told that they need not.
  if (own)
    return own.key === key || !by ? { outcome: 'same', step: nothing } : refused('AlreadyOnShift')
  if (gone?.keys.includes(key)) return { outcome: 'same', step: nothing }
  if (shift.state === 'calledOff') return refused('ShiftCalledOff')
  if (at >= shift.endsAt) return refused('ShiftOver')
  if (shift.left <= 0) return refused('ShiftFull')
  const { name, actor } = person
  const claim: ShiftClaim = {
    key,
    name,
    by,
    ...(actor !== undefined && { actor }),
    at,
    owed: by !== null || actor !== undefined,
  }
  const waiting = waitsNoMore(shift, ids)
  return {
    outcome: 'step',
    step: {
      guard: {
        equal: {
          state: 'open',
          rev: shift.rev,
          ...(gone && { [`gone.${person.id}.by`]: gone.by }),
          ...waiting.equal,
        },
        missing: [`claims.${person.id}`, ...(gone ? [] : [`gone.${person.id}`])],
        above: { left: 0 },
      },
      change: {
        set: { ...touched.set, ...waiting.set, [`claims.${person.id}`]: claim },
        inc: { ...touched.inc, left: -1 },
        push: { people: person.id, ...actedBy(actor) },
      },
    },
  }
}

/**
 * Takes a yes back that turned out to clash with another of the same moment: nobody has heard of it yet, and it does not
 * count as leaving.
 */
export const decideUndo = (
  shift: Shift,
  { key, person }: { key: string; person: string },
): Step | null => {
  const claim = shift.claims[person]
  if (claim?.key !== key || claim.seen) return null
  return {
    guard: { equal: { seq: shift.seq } },
    change: {
      set: { ...touched.set, ...(shift.leader === person && { leader: null }) },
      unset: [`claims.${person}`],
      inc: { ...touched.inc, left: 1 },
      pull: { people: person },
    },
  }
}

/** Goes with every step in which somebody of the family taps: the shift is found by them, should they want to be forgotten. */
export const actedBy = (actor: string | undefined): { actors?: string } =>
  actor === undefined ? {} : { actors: actor }

/** What offers a place of somebody to everybody again, when who took it does not come. */
export const offeredAgain = (
  { swap }: Pick<ShiftClaim, 'swap'>,
  from: string,
): Record<string, unknown> =>
  swap?.takenBy
    ? {
        [`claims.${from}.swap.takenBy`]: null,
        [`claims.${from}.swap.dropped`]: withKey(swap.dropped, swap.takenBy.key),
      }
    : {}

/**
 * Whoever gets onto a shift waits for no place of it any more: it is offered to everybody again. What nobody has taken
 * stays so meanwhile, lest they wait for it after all.
 */
export const waitsNoMore = (
  { claims, approveSwaps }: Shift,
  ids: readonly string[],
): { equal: Record<string, string | null>; set: Record<string, unknown> } => {
  const offers = Object.entries(claims).filter(
    ([, { swap }]) => swap && (swap.takenBy ? ids.includes(swap.takenBy.id) : approveSwaps),
  )
  return {
    equal: Object.fromEntries(
      offers.map(([from, { swap }]) =>
        swap?.takenBy
          ? [`claims.${from}.swap.takenBy.key`, swap.takenBy.key]
          : [`claims.${from}.swap.takenBy`, null],
      ),
    ),
    set: Object.assign({}, ...offers.map(([from, claim]) => offeredAgain(claim, from))) as Record<
      string,
      unknown
    >,
  }
}

/** What an offer that ends takes with it: the last one of a shift, and no other offer, takes it off the list of swaps. */
export const endedOffer = (
  { claims, seq }: Shift,
  person: string,
): { equal: { seq: number }; set: { swapUntil?: Instant } } => {
  const last = Object.entries(claims).every(([id, { swap }]) => id === person || !swap)
  return { equal: { seq }, set: last ? { swapUntil: 0 } : {} }
}

/** Whoever waited for a place that is not to be had any more is told. */
export const droppedWith = (
  { swap }: ShiftClaim,
  from: Named,
  key: string,
): Record<string, SwapNews> => {
  if (!swap?.takenBy) return {}
  const taker = namedOn(swap.takenBy.id, { ...swap.takenBy, name: '' })
  return { [`swapNews.${key}`]: { what: 'dropped', from, taker } }
}

interface Leaving {
  key: string
  person: string
  because: string | null
  byOther: boolean
  at: Instant
}

/** Takes somebody off a shift, until it is over. */
export const decideLeave = (
  shift: Shift,
  { key, person, because, byOther, at }: Leaving,
): Decision => {
  const claim = shift.claims[person]
  const gone = shift.gone[person]
  if (gone?.by === key) return { outcome: 'same', step: nothing }
  if (!claim || shift.state === 'calledOff') return refused('NotOnShift')
  if (at >= shift.endsAt) return refused('ShiftOver')
  // Whoever came goes by checking out: their time would be lost.
  if (claim.seen) return refused('AlreadyHere')
  const left: ShiftGone = {
    keys: withKey(gone?.keys, claim.key),
    by: key,
    at,
    because,
    byOther,
    owed: claim,
  }
  const guard = claimGuard(shift, person)
  const ended = endedOffer(shift, person)
  return {
    outcome: 'step',
    step: {
      guard: { ...guard, equal: { ...guard.equal, ...(claim.swap && ended.equal) } },
      change: {
        unset: [`claims.${person}`],
        set: {
          ...touched.set,
          ...(claim.swap && ended.set),
          ...(shift.leader === person && { leader: null }),
          ...droppedWith(claim, namedOn(person, claim), key),
          [`gone.${person}`]: left,
        },
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

/** No shift is longer: a night, or a day and night at most. */
export const longestShiftMs = dayMs

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
  if (endsAt - startsAt > longestShiftMs) return { code: 'ShiftTooLong' }
  if (endsAt <= at) return { code: 'InPast' }
  const claims = Object.values(before?.claims ?? {})
  // Their time counts from when they came to when it began.
  if (before && startsAt !== before.startsAt && claims.some(({ seen }) => seen))
    return { code: 'SomebodyCame' }
  return needed < claims.length ? { code: 'MoreAreOnIt', data: { confirmed: claims.length } } : null
}

/** When a shift that is called off is over: at once, where it has begun; null when it never takes place. */
export const endsEarly = ({ startsAt }: Pick<Shift, 'startsAt'>, at: Instant): Instant | null => {
  const end = at - (at % 60_000)
  return end > startsAt ? end : null
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
        keys: withKey(gone[person]?.keys, claim.key),
        by: key,
        at,
        because: null,
        byOther: true,
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
