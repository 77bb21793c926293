import { follow } from '@/domain/haircuts/change'
import { stepBetween } from '@/domain/haircuts/session'
import type { Instant } from '@/types/shared/day'
import { again, decide } from '../kit/attempts'
import { take } from '../kit/step'
import type { ShiftDoc } from '../volunteers/store'
import { complete } from './complete'
import { haircutSessions, shiftId, wholeSession } from './store'

/** A session has the barbers of its shift; when one leaves, the last numbers are asked and told at once. */
export const followBarbers = async (shift: ShiftDoc, at: Instant): Promise<void> => {
  const { centre, thing, seq, state, people } = shift
  // Another shift may be about the session, but only its own says who cuts.
  if (thing === null || shift._id !== shiftId(centre, thing)) return
  const barbers = state === 'calledOff' ? [] : people
  await decide(async () => {
    const before = await wholeSession(centre, thing)
    if (!before) return
    const step = stepBetween(before, follow(before, { barbers, seq }, at))
    if (!step) return
    return (await take(haircutSessions.of(centre), thing, step)) ? undefined : again
  })
  await complete(centre, thing, at)
}
