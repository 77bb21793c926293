import type { Balance } from '@/domain/volunteers/hours'
import type { Attended } from '@/domain/volunteers/attendance'
import type { Shift } from '@/domain/volunteers/shifts'
import type { Carried, PostDraft, ShiftKind, FreeTime, LevelStep } from '@/types/volunteers'
import type { PointRule } from '@/domain/volunteers/points'
import { usualSteps } from '@/domain/volunteers/levels'
import type { Team } from '@/domain/volunteers/teams'
import type { ConsentPurpose } from '@/types/residents'
import type { Day, Instant } from '@/types/shared/day'
import type { Skill } from '@/types/shared/skills'
import { command } from '../kit/cloud'
import { collection, type Projection, type Stored } from '../kit/collection'
import { idOf } from '../kit/ids'
import type { Facts } from '../kit/passport'
import { idsOf } from '../kit/subject'
import type { Agreement } from '../residents/agreements'

/** A shift: what it is, and who is on it. Lists load it without the claims. */
export interface ShiftDoc extends Stored, Shift {
  path: readonly string[]
  kind: ShiftKind
  title: string
  placeName: string
  /** What it serves, such as a haircut session. */
  thing: string | null
  /** The meal it takes to people's doors; only of deliveries. */
  carries: Carried | null
  /** Staff chose it for this shift: it is not that of its post. */
  mealByHand: boolean
  /** The staff member who made it; null when the service it is for did. */
  madeBy: string | null
  /** The post that makes it again and again; null when it stands alone. */
  post: string | null
  /** One of these is enough; nobody is asked for any when empty. */
  skills: readonly Skill[]
  /** The duty phone: residents may call it. */
  phone: string | null
  /** The insurance of who serves on it; empty when none. */
  insurance: string
  /** What to bring; may be empty. */
  bring: string
  /** Somebody came whose hours are not proposed yet: the job proposes them once it is over. */
  attending?: boolean
  /** Keys of the last edits and call-offs: a late duplicate of one changes nothing. */
  edits: readonly string[]
  /** Who of somebody's family ever tapped for them. */
  actors: readonly string[]
  because: string | null
  /** What it is found by while it needs people, as `wantedBy` says; brought up to date with all that it owes. */
  wanted: readonly string[]
  /** Somebody is still to be told, or what it serves is to follow: the sweep does it. */
  owes: boolean
  /** The beginning of which who is on it was reminded. */
  remindedFor?: Instant
  /** What everybody on it is to be told: that it was called off, is over at once, or is at another time. */
  news: { event: 'shiftCalledOff' | 'shiftEnded' | 'shiftMoved'; key: string } | null
}

/** A post that is filled again and again; its shifts are made ahead. */
export interface PostDoc extends Stored, PostDraft {
  path: readonly string[]
  /** Raised by every change. */
  rev: number
  /** The staff member who changed it last, and the key of that change. */
  madeBy: string
  savedBy: string
  /** The days ahead on which it takes place, as they were made last. */
  days: readonly Day[]
  /** Until this day its shifts are made; empty after a change, until all of them followed. */
  madeUntil: Day | ''
  /** What who served last wrote down for the next. */
  handOver: { person: string; shift: string; startsAt: Instant; words: string; key: string } | null
}

/** Hours somebody gave, as staff entered them, and what a second person said. */
export interface HoursEntryDoc extends Stored {
  person: string
  path: readonly string[]
  day: Day
  minutes: number
  what: string
  shift: string | null
  /** The entry it corrects: its day, kind and balance are those of that one. */
  corrects?: string
  /** The kind of that shift, which may give points of its own; absent where there is none. */
  kind?: ShiftKind
  /** Where and in which part of the day, where no shift says so. */
  visit?: { placeName: string; part: FreeTime['part'] }
  /**
   * When they came and went, and who put it down, as of their `n`th sighting; absent where somebody entered the hours by
   * hand.
   */
  seen?: Pick<Attended, 'in' | 'out' | 'by' | 'flags'> & { n: number }
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

/** What hours give at a centre. What has begun stays; of a day to come the last rule entered is kept. */
export interface PointRulesDoc extends Stored {
  rev: number
  rules: readonly PointRule[]
  /** The last taps: a late duplicate of one changes nothing. */
  keys: readonly string[]
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
  /** They said that they are 18 or over: asked of who gave no birth date. */
  adult: boolean
  /** The consents it stands on. */
  consents: Readonly<Partial<Record<ConsentPurpose, string>>>
  /** Consents that are still to be written into their own records, and those that are to be taken back. */
  owed: { give: readonly Agreement[]; withdraw: readonly string[] }
  /** Something is owed, or the person's facts do not say it yet: the sweep does it. */
  owes: boolean
  /** Raised by every change. */
  rev: number
  /** The last taps: a late duplicate of one changes nothing. */
  keys: readonly string[]
  /** `<node>|<skill>` for each node of the path and each skill, and `<node>|` for each node: what searches find them by. */
  offers: readonly string[]
  /** Where in the order of places they live, as `livesAt` says: those of one node stand side by side. */
  livesAt: string
}

/** A training somebody took part in, as staff recorded it. */
export interface TrainingDoc extends Stored {
  person: string
  what: string
  day: Day
  by: string
  at: Instant
  /** It was entered by mistake: stays without its words, so that a late duplicate of the first tap does not bring it back. */
  removed: boolean
}

/** A team: what it is, and who is in it. */
export interface TeamDoc extends Stored, Team {
  name: string
  about: string
  path: readonly string[]
  /** Keys of the last taps that made or changed it: a late duplicate of one changes nothing. */
  edits: readonly string[]
}

/** The table of levels of a centre; the usual one until it has its own. */
export interface LevelsDoc extends Stored {
  steps: readonly LevelStep[]
  /** The last taps: a late duplicate of one does not bring its table back. */
  keys: readonly string[]
  rev: number
}

/** Staff were shown somebody's number. */
export interface RevealDoc extends Stored {
  person: string
  by: string
  because: string
  at: Instant
}

export const volunteerRecords = collection<VolunteerDoc>('volunteers')
export const trainings = collection<TrainingDoc>('volunteer_trainings')
export const teams = collection<TeamDoc>('volunteer_teams')
export const levelTables = collection<LevelsDoc>('volunteer_levels')
export const reveals = collection<RevealDoc>('contact_reveals')
export const shifts = collection<ShiftDoc>('shifts')
export const posts = collection<PostDoc>('shift_posts')
export const hoursEntries = collection<HoursEntryDoc>('hours_entries')
export const hoursBalances = collection<BalanceDoc>('hours_balances')
export const hoursLedger = collection<LedgerLine>('hours_ledger')
export const pointsLedger = collection<PointsLine>('points_ledger')
export const pointRules = collection<PointRulesDoc>('point_rules')

/** More entries of hours than a shift of sixty has, corrections included. */
export const mostEntries = 500

/** More corrections than an entry has. */
const mostCorrections = 100

/** An entry, or the one it corrects, with all corrections of that. */
export const withCorrections = async (
  centre: string,
  { _id, corrects = _id }: Pick<HoursEntryDoc, '_id' | 'corrects'>,
): Promise<{ id: string; minutes: number; state: HoursEntryDoc['state'] }[]> => {
  const store = hoursEntries.of(centre)
  const fields = { minutes: true, state: true } as const
  const [first, corrections] = await Promise.all([
    store.get(corrects, fields),
    store.find({ where: { corrects }, limit: mostCorrections, fields }),
  ])
  return [...(first ? [first] : []), ...corrections].map(({ _id: id, minutes, state }) => ({
    id,
    minutes,
    state,
  }))
}

export const balanceId = (centre: string, person: string): string => idOf(centre, 'vb', person)

/** The line of a key, or of an entry of hours. The person is part of it: two phones may make the same key. */
export const pointsLineId = (centre: string, person: string, key: string): string =>
  idOf(centre, 'pl', person, key)

export const volunteerId = (centre: string, person: string): string => idOf(centre, 'vr', person)

/** What somebody registered, under their own id first; of merged records each has one. */
export const registrationsOf = async (
  centre: string,
  person: Pick<Facts, 'id' | 'former'>,
): Promise<VolunteerDoc[]> => {
  const ids = [person.id, ...(person.former ?? [])].map((id) => volunteerId(centre, id))
  const documents = await volunteerRecords
    .of(centre)
    .find({ where: { _id: command.in(ids) }, limit: ids.length })
  return documents.sort((one, other) => ids.indexOf(one._id) - ids.indexOf(other._id))
}

/** The registration that speaks for somebody, or null for who is no volunteer. */
export const volunteerNow = async (
  centre: string,
  person: Pick<Facts, 'id' | 'former'>,
): Promise<VolunteerDoc | null> =>
  (await registrationsOf(centre, person)).find(({ ended }) => ended === null) ?? null

export const levelsId = (centre: string): string => idOf(centre, 'vl')

/** The table of levels in force, and how often it was changed. */
export const levelsOf = async (centre: string): Promise<{ steps: LevelStep[]; rev: number }> => {
  const known = await levelTables.of(centre).get(levelsId(centre), { steps: true, rev: true })
  return { steps: [...(known?.steps ?? usualSteps)], rev: known?.rev ?? 0 }
}

/** Confirmed minutes in all, over every id of a person. */
export const minutesOf = async (centre: string, person: Facts): Promise<number> => {
  const ids = idsOf(person)
  const balances = await hoursBalances.of(centre).find({
    where: { _id: command.in(ids.map((id) => balanceId(centre, id))) },
    limit: ids.length,
    fields: { total: true },
  })
  return balances.reduce((sum, { total }) => sum + total, 0)
}

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
  carries: true,
  madeBy: true,
  post: true,
  skills: true,
  approveSwaps: true,
  phone: true,
  insurance: true,
  bring: true,
  leader: true,
  rev: true,
}

/** The same with the places of some people on it. */
export const shiftFieldsFor = (people: readonly string[]): Projection => ({
  ...shiftFields,
  people: true,
  ...Object.fromEntries(people.map((person) => [`claims.${person}`, true])),
})

/** A whole shift, with everybody on it. */
export const wholeShift = async (centre: string, shift: string): Promise<ShiftDoc | null> =>
  shifts.of(centre).get(shift)

/** An entry of hours as it waits for a second person. */
export const proposedEntry = (
  centre: string,
  entry: Omit<HoursEntryDoc, 'centre' | 'v' | 'state' | 'decidedBy' | 'secondPerson' | 'because'>,
): HoursEntryDoc => ({
  ...entry,
  centre,
  v: 1,
  state: 'proposed',
  decidedBy: null,
  secondPerson: null,
  because: null,
})

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
