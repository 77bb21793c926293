import { decideHours } from '@/domain/volunteers/shifts'
import type { Instant } from '@/types/shared/day'
import { again, decide } from '../kit/attempts'
import { command } from '../kit/cloud'
import { fail, found } from '../kit/failure'
import type { Facts } from '../kit/passport'
import { take } from '../kit/step'
import { knownAs } from '../kit/subject'
import { namesOf } from '../residents/store'
import { complete } from './complete'
import { shifts, wholeShift, type ShiftDoc } from './store'

interface Entering {
  entry: string
  minutes: number
  what: string
  by: string
  at: Instant
}

/**
 * Hours of somebody's part in a shift: one conditional update of the shift takes them, whoever enters them at the same
 * time. Their record follows from it, and can be written again.
 */
export const enterForShift = async (
  loaded: ShiftDoc,
  subject: Facts,
  { entry, minutes, what, by, at }: Entering,
): Promise<void> => {
  const { centre, _id } = loaded
  await decide(async (round) => {
    const shift = round === 0 ? loaded : found(await wholeShift(centre, _id))
    const { id: person } = knownAs(subject, shift)
    const owed = { person: subject.id, what, at }
    const decision = decideHours(shift, { person, entry, minutes, by, owed })
    if (decision.outcome === 'refused') {
      const { code, data } = decision.refusal
      const { hours } = shift.claims[person] ?? {}
      if (code !== 'AlreadyEntered' || !hours) return fail(code, data)
      const name = (await namesOf(centre, [hours.by])).get(hours.by) ?? ''
      return fail(code, { minutes: hours.minutes, by: name })
    }
    if (decision.outcome === 'same') return
    return (await take(shifts.of(centre), _id, decision.step)) ? undefined : again
  })
  await complete(centre, _id, at)
}

/** Hours of a shift that a second person refused are its no more: what is right can be entered. */
export const release = async (
  centre: string,
  { shift, entry }: { shift: string; entry: string },
): Promise<void> => {
  await decide(async () => {
    const known = await wholeShift(centre, shift)
    const person = Object.keys(known?.claims ?? {}).find(
      (one) => known?.claims[one]?.hours?.entry === entry,
    )
    if (!known || person === undefined) return
    const hours = `claims.${person}.hours`
    const released = await shifts.of(centre).change(
      shift,
      {
        [hours]: command.remove(),
        ...(known.claims[person]?.seen && { [`claims.${person}.seen.refused`]: true }),
        seq: command.inc(1),
      },
      { [`${hours}.entry`]: entry },
    )
    return released ? undefined : again
  })
}
