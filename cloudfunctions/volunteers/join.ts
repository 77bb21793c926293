import { decideJoin, decideLeave, decideUndo } from '@/domain/volunteers/shifts'
import type { Instant } from '@/types/shared/day'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import type { Facts } from '../kit/passport'
import { take } from '../kit/step'
import { idsOf, knownAs } from '../kit/subject'
import { busyAmong } from './busy'
import { complete } from './complete'
import { shifts, wholeShift, type ShiftDoc } from './store'

interface Act {
  key: string
  /** The staff member who does it for the person. */
  by: string | null
  /** Who of their family does it for them. */
  actor?: string
  at: Instant
}

/** Puts somebody on a shift, and lets everybody know. The shift as it is then. */
export const join = async (
  centre: string,
  loaded: ShiftDoc | null,
  subject: Facts,
  { key, by, actor, at }: Act,
): Promise<ShiftDoc> => {
  const first = found(loaded)
  const ids = idsOf(subject)
  const joined = await decide<string | null>(async (round) => {
    const shift = round === 0 ? first : found(await wholeShift(centre, first._id))
    const { id, name } = knownAs(subject, shift)
    const person = { id, name, ...(actor !== undefined && { actor }) }
    const decision = decideJoin(shift, { key, person, ids, by, at })
    if (decision.outcome === 'refused') return fail(decision.refusal.code, decision.refusal.data)
    if (decision.outcome === 'same') return null
    return (await take(shifts.of(centre), shift._id, decision.step)) ? id : again
  })
  // Two taps on two things of one time may both have passed: what is seen now, both see, and neither keeps it.
  const other = joined && (await busyAmong(centre, [subject], first)).get(subject.id)
  if (other) {
    await decide(async () => {
      const step = decideUndo(found(await wholeShift(centre, first._id)), { key, person: joined })
      return !step || (await take(shifts.of(centre), first._id, step)) ? undefined : again
    })
    await complete(centre, first._id, at)
    return fail('AtTheSameTime', { title: other.title })
  }
  await complete(centre, first._id, at)
  return found(await wholeShift(centre, first._id))
}

/** Takes somebody off a shift; what it serves, and who runs it, know at once. The shift as it is then. */
export const leave = async (
  centre: string,
  loaded: ShiftDoc | null,
  subject: Facts,
  { key, by, actor, at, because }: Act & { because: string | null },
): Promise<ShiftDoc> => {
  const first = found(loaded)
  const ids = idsOf(subject)
  await decide(async (round) => {
    const shift = round === 0 ? first : found(await wholeShift(centre, first._id))
    const before = ids.find((id) => shift.gone[id]?.by === key)
    const person = before ?? knownAs(subject, shift).id
    const byOther = by !== null || actor !== undefined
    const decision = decideLeave(shift, { key, person, because, byOther, at })
    if (decision.outcome === 'refused') return fail(decision.refusal.code, decision.refusal.data)
    if (decision.outcome === 'same') return
    return (await take(shifts.of(centre), shift._id, decision.step)) ? undefined : again
  })
  await complete(centre, first._id, at)
  return found(await wholeShift(centre, first._id))
}

/** Whether somebody is on a shift, by any id of theirs. */
export const isOn = (person: Facts, { people }: Pick<ShiftDoc, 'people'>): boolean =>
  idsOf(person).some((id) => people.includes(id))
