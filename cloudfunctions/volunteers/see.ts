import { attended, decideSeen, type Attended } from '@/domain/volunteers/attendance'
import type { Scanned } from '@/domain/shared/rotatingCode'
import type { Instant } from '@/types/shared/day'
import { volunteers, type Attendance } from '@/types/volunteers'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { holds, type Facts, type Passport } from '../kit/passport'
import { take } from '../kit/step'
import { idsOf, knownAs } from '../kit/subject'
import { isOn } from './join'
import { complete } from './complete'
import { completeHours } from './completeHours'
import { hoursEntries, shifts, wholeShift, type ShiftDoc } from './store'

interface Sighting {
  key: string
  leaving: boolean
  /** What it is worth, and the moment it counts for. */
  scan: Scanned
  seenAt: Instant
  at: Instant
  /** Who put it down for them; null when they scanned themselves. */
  by: string | null
}

/**
 * Puts somebody down as here or gone: one conditional update of their own part of the shift, so that those who come at
 * once do not wait for each other. What is proposed of it is written by whoever completes the shift.
 */
export const see = async (
  loaded: ShiftDoc,
  subject: Facts,
  sighting: Sighting,
): Promise<{ shift: string; title: string; attendance: Attendance }> => {
  const { centre, _id, title } = loaded
  const { at } = sighting
  if (!isOn(subject, loaded)) fail('NotOnShift')
  const { shift, seen, entry } = await decide(async (round) => {
    const shift = round === 0 ? loaded : found(await wholeShift(centre, _id))
    const { id: person } = knownAs(subject, shift)
    const { hours } = shift.claims[person] ?? {}
    const decision = decideSeen(shift, {
      ...sighting,
      person,
      now: subject.id,
      entry: entryOfSeen(shift, person),
      what: title,
      decided: hours !== undefined && (await isDecided(centre, hours.entry)),
    })
    if (decision.outcome === 'refused') return fail(decision.refusal.code, decision.refusal.data)
    const { seen } = decision
    if (decision.outcome === 'same') return { shift, seen, entry: null }
    const taken = await take(shifts.of(centre), _id, decision.step)
    return taken ? { shift, seen, entry: hours?.entry ?? null } : again
  })
  const there = attended(shift, seen, at)
  // Hours that wait already follow it, unless a second person decides them at this moment.
  if (entry !== null) {
    await complete(centre, _id, at)
    if (!(await counts(centre, entry, there.minutes, at))) fail('AlreadyClosed')
  }
  return { shift: _id, title, attendance: attendanceOf(there) }
}

const isDecided = async (centre: string, entry: string): Promise<boolean> => {
  const known = await hoursEntries.of(centre).get(entry, { state: true })
  return known !== null && known.state !== 'proposed'
}

const counts = async (
  centre: string,
  entry: string,
  minutes: number,
  at: Instant,
): Promise<boolean> => {
  const fields = { person: true, state: true, minutes: true } as const
  const { person } = found(await hoursEntries.of(centre).get(entry, fields))
  await completeHours(centre, person, at)
  const known = found(await hoursEntries.of(centre).get(entry, fields))
  return known.state === 'proposed' || (known.state === 'confirmed' && known.minutes === minutes)
}

/** The entry that hours of a claim have when they follow from coming and going. */
export const entryOfSeen = ({ centre, _id, claims }: ShiftDoc, person: string): string =>
  hiddenId(centre, 've', 'seen', _id, person, claims[person]?.key ?? '')

/** Coming and going as it is shown; who put it down is not. */
export const attendanceOf = ({
  in: came,
  out,
  flags,
}: Pick<Attended, 'in' | 'out' | 'flags'>): Attendance => ({
  in: came,
  out,
  flags: [...flags],
})

const { roles } = volunteers.procedures.shiftCode.may

/** Whether somebody leads a shift, by any id of theirs. */
export const leads = ({ person }: Passport, { leader }: Pick<ShiftDoc, 'leader'>): boolean =>
  leader !== null && idsOf(person).includes(leader)

/** Whether somebody may put others down: who leads the shift, or staff of its node. */
export const maySee = (caller: Passport, shift: ShiftDoc, at: Instant): boolean =>
  leads(caller, shift) || holds(caller, roles, shift.path, at)
