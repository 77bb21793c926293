import { areSettled, decideClose } from '@/domain/volunteers/attendance'
import type { Instant } from '@/types/shared/day'
import { again, decide } from '../kit/attempts'
import { take } from '../kit/step'
import { personNow } from '../residents/store'
import { complete } from './complete'
import { entryOfSeen } from './see'
import { shifts, wholeShift } from './store'

/**
 * Proposes the hours of everybody who came to a shift that is over, and ends by rule what nobody ended. Each part is
 * closed only as it was read: who says at this moment that they go, goes by what they say.
 */
export const closeShift = async (centre: string, shift: string, at: Instant): Promise<void> => {
  const known = await wholeShift(centre, shift)
  for (const person of known?.people ?? []) await closePart(centre, shift, person, at)
  await complete(centre, shift, at)
  await decide(async () => {
    const closed = await wholeShift(centre, shift)
    if (!closed?.attending || !(closed.state === 'calledOff' || areSettled(closed, at))) return
    const step = { guard: { equal: { seq: closed.seq } }, change: { set: { attending: false } } }
    return (await take(shifts.of(centre), shift, step)) ? undefined : again
  })
}

const closePart = (centre: string, shift: string, person: string, at: Instant): Promise<void> =>
  decide(async () => {
    const known = await wholeShift(centre, shift)
    if (!known) return
    const now = (await personNow(centre, person))?._id ?? person
    const entry = entryOfSeen(known, person)
    const step = decideClose(known, { person, now, at, entry, what: known.title })
    if (!step) return
    return (await take(shifts.of(centre), shift, step)) ? undefined : again
  })
