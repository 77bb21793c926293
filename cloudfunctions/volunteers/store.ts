import type { Balance } from '@/domain/volunteers/hours'
import type { PointRule } from '@/domain/volunteers/points'
import type { Seen, Shift } from '@/domain/volunteers/shifts'
import type { ShiftKind } from '@/types/volunteers'
import type { Day, Instant } from '@/types/shared/day'
import type { Skill } from '@/types/shared/skills'
import { collection, type Projection, type Stored } from '../kit/collection'
import { idOf } from '../kit/ids'

/** A shift: what it is, and who is on it. Lists load it without the claims. */
export interface ShiftDoc extends Stored, Shift {
  path: readonly string[]
  kind: ShiftKind
  title: string
  placeName: string
  /** What it serves, such as a haircut session. */
  thing: string | null
  /** The staff member who made it; null when the service it is for did. */
  madeBy: string | null
  /** Who of those on it leads it, ticks the others and confirms their hours: a person's id, set by staff. */
  leader: string | null
  /** Somebody came whose hours are not proposed yet: the job proposes them once it is over. */
  attending?: boolean
  /** The key of the last edit or call-off. */
  editedBy: string
  because: string | null
  /** Somebody is still to be told, or what it serves is to follow: the sweep does it. */
  owes: boolean
  /** What everybody on it is to be told: that it was called off, or is at another time. */
  news: { event: 'shiftCalledOff' | 'shiftMoved'; key: string } | null
}

/** Hours somebody gave, as staff entered them, and what a second person said. */
export interface HoursEntryDoc extends Stored {
  person: string
  path: readonly string[]
  day: Day
  minutes: number
  what: string
  shift: string | null
  /** The kind of that shift, which may give points of its own; absent where there is none. */
  kind?: ShiftKind
  /** When they came and went, and who put it down; absent where somebody entered the hours by hand. */
  seen?: Pick<Seen, 'in' | 'out' | 'by' | 'flags'>
  state: 'proposed' | 'confirmed' | 'refused'
  enteredBy: string
  /** The key of the tap that decided it. */
  decidedBy: string | null
  /** Who confirmed or refused it. */
  secondPerson: string | null
  because: string | null
  at: Instant
}

/** `_id` is made from the person's. Each change raises `rev`. */
export interface BalanceDoc extends Stored, Balance {
  person: string
  /** An entry was born in it that is not copied yet. */
  owes: boolean
}

/** One line of the ledger: only ever added. `_id` is the entry's. */
export interface LedgerLine extends Stored {
  person: string
  day: Day
  minutes: number
  by: string
  at: Instant
}

/** One line of the ledger of points: only ever added. Below 0 was spent, or taken back with hours. */
export interface PointsLine extends Stored {
  person: string
  points: number
  what: string
  at: Instant
  /** Half of a move between the balances of one person. */
  merged?: true
}

/** What hours give at a centre: rules are only ever added. */
export interface PointRulesDoc extends Stored {
  rev: number
  rules: readonly (PointRule & { key: string })[]
}

/** A time of the week at which somebody usually can come: 0 = Sunday. */
export interface FreeTime {
  weekday: number
  part: 'morning' | 'afternoon' | 'evening'
}

/** Somebody who registered as a volunteer. `_id` is made from the person's. */
export interface VolunteerDoc extends Stored {
  person: string
  path: readonly string[]
  skills: readonly Skill[]
  /** What they would like to do, in their own words. */
  wishes: string
  free: readonly FreeTime[]
  /** May be found in the talent directory by other staff. */
  listed: boolean
  /** Staff may be shown the number; each look is on record. */
  contact: boolean
  /** On the honour wall and in the ranking. */
  honours: boolean
  since: Day
  /** The day they gave it up; null while they are a volunteer. */
  ended: Day | null
  /** `<node>|<skill>` for each node of the path and each skill, and `<node>|` for each node: what searches find them by. */
  offers: readonly string[]
}

export const volunteerRecords = collection<VolunteerDoc>('volunteers')
export const shifts = collection<ShiftDoc>('shifts')
export const hoursEntries = collection<HoursEntryDoc>('hours_entries')
export const hoursBalances = collection<BalanceDoc>('hours_balances')
export const hoursLedger = collection<LedgerLine>('hours_ledger')
export const pointsLedger = collection<PointsLine>('points_ledger')
export const pointRules = collection<PointRulesDoc>('point_rules')

/** More entries of hours than a shift of sixty has, corrections included. */
export const mostEntries = 500

export const balanceId = (centre: string, person: string): string => idOf(centre, 'vb', person)

/** The line of a key, or of an entry of hours. The person is part of it: two phones may make the same key. */
export const pointsLineId = (centre: string, person: string, key: string): string =>
  idOf(centre, 'pl', person, key)

export const volunteerId = (centre: string, person: string): string => idOf(centre, 'vr', person)

/** What a list needs of a shift: everything but who is on it. */
export const shiftFields: Projection = {
  centre: true,
  path: true,
  kind: true,
  title: true,
  placeName: true,
  startsAt: true,
  endsAt: true,
  needed: true,
  left: true,
  state: true,
  thing: true,
  madeBy: true,
}

/** A whole shift, with everybody on it. */
export const wholeShift = async (centre: string, shift: string): Promise<ShiftDoc | null> =>
  shifts.of(centre).get(shift)

/** The balance of a person as it stands, before anything was given. */
export const emptyBalance = (centre: string, person: string): BalanceDoc => ({
  _id: balanceId(centre, person),
  centre,
  v: 1,
  person,
  rev: 0,
  total: 0,
  months: {},
  open: {},
  points: 0,
  debt: 0,
  moves: {},
  owes: false,
})

export const pointRulesId = (centre: string): string => idOf(centre, 'vq')

/** The rules of a centre; null before any was entered. */
export const pointRulesOf = (centre: string): Promise<PointRulesDoc | null> =>
  pointRules.of(centre).get(pointRulesId(centre))
