import { decideSeen } from '@/domain/volunteers/attendance'
import type { Scanned } from '@/domain/shared/rotatingCode'
import type { Seen } from '@/domain/volunteers/shifts'
import type { Instant } from '@/types/shared/day'
import { volunteers, type Attendance } from '@/types/volunteers'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { hiddenId } from '../kit/ids'
import { holds, type Facts, type Passport } from '../kit/passport'
import { take } from '../kit/step'
import { idsOf, knownAs } from '../kit/subject'
import { isOn } from './join'
import { shifts, wholeShift, type ShiftDoc } from './store'

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
  if (!isOn(subject, loaded)) fail('NotOnShift')
  const seen = await decide(async (round) => {
    const shift = round === 0 ? loaded : found(await wholeShift(centre, _id))
    const { id: person } = knownAs(subject, shift)
    const decision = decideSeen(shift, {
      ...sighting,
      person,
      now: subject.id,
      entry: entryOfSeen(shift, person),
      what: title,
    })
    if (decision.outcome === 'refused') return fail(decision.refusal.code, decision.refusal.data)
    if (decision.outcome === 'same') return decision.seen
    return (await take(shifts.of(centre), _id, decision.step)) ? decision.seen : again
  })
  return { shift: _id, title, attendance: attendanceOf(seen) }
}

/** The entry that hours of a claim have when they follow from coming and going. */
export const entryOfSeen = ({ centre, _id, claims }: ShiftDoc, person: string): string =>
  hiddenId(centre, 've', 'seen', _id, person, claims[person]?.key ?? '')

/** Coming and going as it is shown; who put it down is not. */
export const attendanceOf = ({ in: came, out, flags }: Pick<Seen, 'in' | 'out' | 'flags'>) => ({
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
