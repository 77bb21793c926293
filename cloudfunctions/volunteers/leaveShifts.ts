import { decideLeave } from '@/domain/volunteers/shifts'
import { decideTake } from '@/domain/volunteers/swaps'
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
    const decision = decideLeave(known, { key, person, because, byOther: false, at })
    if (decision.outcome !== 'step') return
    return (await take(shifts.of(centre), shift, decision.step)) ? undefined : again
  })

/** Gives back the places of others that somebody waits for: they are offered to everybody again. */
export const waitNoMore = async (
  centre: string,
  ids: readonly string[],
  leaving: Pick<Leaving, 'key' | 'at'>,
): Promise<void> => {
  let after: string | undefined
  do {
    const { documents, next } = await shifts.of(centre).page({
      where: { swapUntil: command.gt(leaving.at) },
      by: ['swapUntil', 'asc'],
      after,
      limit: 100,
    })
    for (const { _id, claims } of documents)
      for (const [from, { swap }] of Object.entries(claims))
        if (ids.includes(swap?.takenBy?.id ?? '')) await giveBack(centre, _id, from, ids, leaving)
    after = next ?? undefined
  } while (after !== undefined)
}

const giveBack = (
  centre: string,
  shift: string,
  from: string,
  ids: readonly string[],
  { key, at }: Pick<Leaving, 'key' | 'at'>,
): Promise<void> =>
  decide(async () => {
    const known = await wholeShift(centre, shift)
    const id = known?.claims[from]?.swap?.takenBy?.id
    if (!known || id === undefined || !ids.includes(id)) return
    const person = { id, name: '' }
    const decision = decideTake(known, { key, from, person, ids, take: false, at })
    if (decision.outcome !== 'step') return
    return (await take(shifts.of(centre), shift, decision.step)) ? undefined : again
  })

/** Frees all shifts somebody is on, or waits for, that are not over; whoever runs them is told. */
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
  await waitNoMore(centre, ids, leaving)
}
