import { isSecond } from '@/domain/volunteers/hours'
import { volunteers, type HoursEntry, type Shift } from '@/types/volunteers'
import type { Instant } from '@/types/shared/day'
import { found } from '../kit/failure'
import { holds, type Passport } from '../kit/passport'
import { idsOf } from '../kit/subject'
import { namesOf } from '../residents/store'
import { attendanceOf } from './see'
import type { HoursEntryDoc, ShiftDoc } from './store'

/** A shift as a list shows it. `mine` says that the caller is on it. */
export const shiftOf = (
  shift: Pick<
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
    | 'madeBy'
    | 'state'
  >,
  mine: boolean,
): Shift => ({
  id: shift._id,
  kind: shift.kind,
  title: shift.title,
  placeName: shift.placeName,
  startsAt: shift.startsAt,
  endsAt: shift.endsAt,
  needed: shift.needed,
  confirmed: shift.needed - shift.left,
  thing: shift.thing,
  followsService: shift.madeBy === null,
  state: shift.state,
  mine,
})

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
