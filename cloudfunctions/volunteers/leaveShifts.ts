import { decideLeave } from '@/domain/volunteers/shifts'
import type { Instant } from '@/types/shared/day'
import { again, decide } from '../kit/attempts'
import { command } from '../kit/cloud'
import { take } from '../kit/step'
import { complete } from './complete'
import { shifts, wholeShift } from './store'

interface Leaving {
  key: string
  because: string | null
  at: Instant
}

/** Takes somebody off a shift where they are still on it, whatever else changes it. */
export const leaveForGood = (
  centre: string,
  shift: string,
  person: string,
  { key, because, at }: Leaving,
): Promise<void> =>
  decide(async () => {
    const known = await wholeShift(centre, shift)
    if (!known) return
    const decision = decideLeave(known, { key, person, because, byStaff: false, at })
    if (decision.outcome !== 'step') return
    return (await take(shifts.of(centre), shift, decision.step)) ? undefined : again
  })

/** Frees all shifts somebody is on that are not over; whoever runs them is told. */
export const leaveShifts = async (
  centre: string,
  ids: readonly string[],
  leaving: Leaving,
): Promise<void> => {
  for (const person of ids) {
    let after: string | undefined
    do {
      const { documents, next } = await shifts.of(centre).page({
        where: { people: person, endsAt: command.gt(leaving.at) },
        by: ['endsAt', 'asc'],
        after,
        fields: { endsAt: true },
      })
      for (const { _id } of documents) {
        await leaveForGood(centre, _id, person, leaving)
        await complete(centre, _id, leaving.at)
      }
      after = next ?? undefined
    } while (after !== undefined)
  }
}
