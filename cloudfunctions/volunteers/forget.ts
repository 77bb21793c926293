import { decideLeave } from '@/domain/volunteers/shifts'
import { decideTake } from '@/domain/volunteers/swaps'
import type { Instant } from '@/types/shared/day'
import { again, decide, repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { take } from '../kit/step'
import { complete } from './complete'
import { hoursEntries, posts, shifts, wholeShift } from './store'

/** No tap has this key: the same erasure, begun again, takes nobody off twice. */
const erasureKey = 'erasure'

/**
 * Takes a person off the shifts to come, their name out of all shifts, what was written of their hours, and what they
 * wrote for others; the minutes stay under the person's ids.
 */
export const forget = async (
  centre: string,
  ids: readonly string[],
  at: Instant,
): Promise<void> => {
  for (const person of ids) {
    let after: string | undefined
    do {
      const { documents, next } = await shifts.of(centre).page({
        where: { people: person, endsAt: command.gt(0) },
        by: ['endsAt', 'asc'],
        after,
        limit: 100,
        fields: { endsAt: true },
      })
      for (const { _id } of documents) {
        await leaveForGood(centre, _id, person, at)
        await complete(centre, _id, at)
        await forgetAt(centre, _id, ids)
      }
      after = next ?? undefined
    } while (after !== undefined)
  }
  await waitNoMore(centre, ids, at)
  const store = hoursEntries.of(centre)
  await repeat(() => store.changeAll({ person: command.in([...ids]) }, { what: '', because: null }))
  await repeat(() =>
    posts.of(centre).changeAll({ 'handOver.person': command.in([...ids]) }, { handOver: null }),
  )
}

/** The places they waited for are offered to the others again. */
const waitNoMore = async (centre: string, ids: readonly string[], at: Instant): Promise<void> => {
  let after: string | undefined
  do {
    const { documents, next } = await shifts.of(centre).page({
      where: { swapUntil: command.gt(at) },
      by: ['swapUntil', 'asc'],
      after,
      limit: 100,
    })
    for (const { _id, claims } of documents)
      for (const [from, { swap }] of Object.entries(claims))
        if (ids.includes(swap?.takenBy?.id ?? '')) await giveBack(centre, _id, from, ids, at)
    after = next ?? undefined
  } while (after !== undefined)
}

const giveBack = (
  centre: string,
  shift: string,
  from: string,
  ids: readonly string[],
  at: Instant,
): Promise<void> =>
  decide(async () => {
    const known = await wholeShift(centre, shift)
    const id = known?.claims[from]?.swap?.takenBy?.id
    if (!known || id === undefined || !ids.includes(id)) return
    const tap = { key: erasureKey, from, person: { id, name: '' }, take: false, at }
    const decision = decideTake(known, tap)
    if (decision.outcome !== 'step') return
    return (await take(shifts.of(centre), shift, decision.step)) ? undefined : again
  })

const leaveForGood = (centre: string, shift: string, person: string, at: Instant): Promise<void> =>
  decide(async () => {
    const known = await wholeShift(centre, shift)
    if (!known) return
    const tap = { key: erasureKey, person, because: null, byStaff: false, at }
    const decision = decideLeave(known, tap)
    if (decision.outcome !== 'step') return
    return (await take(shifts.of(centre), shift, decision.step)) ? undefined : again
  })

/** Who was on a shift that is over stays counted, without a name. */
const forgetAt = (centre: string, shift: string, ids: readonly string[]): Promise<void> =>
  decide(async () => {
    const known = await wholeShift(centre, shift)
    if (!known) return
    const named = ids.filter((id) => known.claims[id] && known.claims[id].name !== '')
    if (named.length === 0) return
    const taken = await take(shifts.of(centre), shift, {
      guard: { equal: { seq: known.seq } },
      change: {
        set: Object.fromEntries(named.map((id) => [`claims.${id}.name`, ''])),
        inc: { seq: 1 },
      },
    })
    return taken ? undefined : again
  })
