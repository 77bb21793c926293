import { isSecond } from '@/domain/volunteers/hours'
import { timesOn } from '@/domain/volunteers/posts'
import { isVolunteer, obstacleOf } from '@/domain/volunteers/takes'
import { staffRoles } from '@/types/shared/roles'
import { volunteers, type HoursEntry, type Post, type Shift } from '@/types/volunteers'
import { instantOf, type Instant } from '@/types/shared/day'
import { found } from '../kit/failure'
import { holds, type Passport } from '../kit/passport'
import type { Comer } from './mayCome'
import { idsOf } from '../kit/subject'
import { namesOf } from '../residents/store'
import type { HoursEntryDoc, PostDoc, ShiftDoc } from './store'

type Listed = Pick<
  ShiftDoc,
  | '_id'
  | 'kind'
  | 'title'
  | 'placeName'
  | 'startsAt'
  | 'endsAt'
  | 'needed'
  | 'left'
  | 'thing'
  | 'carries'
  | 'madeBy'
  | 'state'
  | 'post'
  | 'skills'
  | 'approveSwaps'
  | 'phone'
  | 'insurance'
  | 'bring'
  | 'rev'
>

/** What a shift is to the person who looks at it. */
type Seen = Pick<Shift, 'leads' | 'obstacle' | 'swap' | 'handOver'>

const unseen: Seen = { leads: false, obstacle: null, swap: null, handOver: null }
import { attendanceOf } from './see'

/** A shift as a list shows it. `mine` says that the caller is on it. */
export const shiftOf = (shift: Listed, mine: boolean, seen: Partial<Seen> = {}): Shift => ({
  id: shift._id,
  kind: shift.kind,
  title: shift.title,
  placeName: shift.placeName,
  startsAt: shift.startsAt,
  endsAt: shift.endsAt,
  needed: shift.needed,
  confirmed: shift.needed - shift.left,
  thing: shift.thing,
  carries: shift.carries,
  followsService: shift.madeBy === null,
  state: shift.state,
  rev: shift.rev,
  mine,
  post: shift.post,
  skills: [...shift.skills],
  approveSwaps: shift.approveSwaps,
  phone: shift.phone,
  insurance: shift.insurance,
  bring: shift.bring,
  ...unseen,
  ...seen,
})

/** A shift as somebody sees it who may come to it: how their own place stands, or what keeps them from it. */
export const shiftFor = (
  shift: Listed & Pick<ShiftDoc, 'path' | 'people' | 'leader'> & Partial<Pick<ShiftDoc, 'claims'>>,
  comer: Comer,
  at: Instant,
  handOver: string | null = null,
): Shift => {
  const { person } = comer
  const given = holds(comer, staffRoles, shift.path, at)
  const mine = idsOf(person).find((id) => shift.people.includes(id))
  const swap = mine === undefined ? undefined : shift.claims?.[mine]?.swap
  return shiftOf(shift, mine !== undefined, {
    leads: mine !== undefined && shift.leader === mine,
    obstacle:
      mine === undefined && isVolunteer(person, given, shift)
        ? obstacleOf(person, given, shift)
        : null,
    swap: swap ? (swap.takenBy ? 'waits' : 'offered') : null,
    handOver: mine === undefined ? null : handOver,
  })
}

/** A post as staff see it, and when it takes place next. */
export const postOf = (post: PostDoc, at: Instant): Post => {
  const day = post.days.find((one) => timesOn(post, one).endsAt > at)
  return {
    id: post._id,
    rev: post.rev,
    next: day === undefined ? null : instantOf(day, post.startsAt),
    kind: post.kind,
    title: post.title,
    placeName: post.placeName,
    node: post.node,
    recurrence: post.recurrence,
    from: post.from,
    until: post.until,
    startsAt: post.startsAt,
    endsAt: post.endsAt,
    needed: post.needed,
    carries: post.carries,
    skills: post.skills,
    approveSwaps: post.approveSwaps,
    phone: post.phone,
    insurance: post.insurance,
    bring: post.bring,
    holidays: post.holidays,
    skipped: post.skipped,
  }
}

const { roles } = volunteers.procedures.confirmHours.may

/**
 * Entries with the names of everybody in them. To staff they say whether the caller may be the second person; to the
 * person themselves, never.
 */
export const entriesOf = async (
  centre: string,
  entries: readonly HoursEntryDoc[],
  staff: Passport | null,
  at: Instant,
): Promise<HoursEntry[]> => {
  const names = await namesOf(
    centre,
    entries.flatMap(({ person, enteredBy, secondPerson }) =>
      [person, enteredBy, secondPerson].filter((id) => id !== null),
    ),
  )
  return entries.map((entry) => ({
    id: entry._id,
    person: { id: entry.person, name: names.get(entry.person) ?? '' },
    day: entry.day,
    minutes: entry.minutes,
    what: entry.what,
    shift: entry.shift,
    corrects: entry.corrects ?? null,
    state: entry.state,
    enteredBy: names.get(entry.enteredBy) ?? '',
    attendance: entry.seen ? attendanceOf(entry.seen) : null,
    mayConfirm:
      staff !== null &&
      entry.state === 'proposed' &&
      isSecond(idsOf(staff.person), entry) &&
      holds(staff, roles, entry.path, at),
    confirmedBy: entry.secondPerson && (names.get(entry.secondPerson) ?? ''),
    because: entry.because,
    at: entry.at,
  }))
}

/** One entry, to staff. */
export const entryForStaff = async (
  entry: HoursEntryDoc,
  caller: Passport,
  at: Instant,
): Promise<HoursEntry> => found((await entriesOf(entry.centre, [entry], caller, at))[0])
