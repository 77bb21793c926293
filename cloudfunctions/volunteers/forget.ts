import type { Instant } from '@/types/shared/day'
import { again, decide, repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { take } from '../kit/step'
import { complete } from './complete'
import { hoursEntries, posts, shifts, wholeShift } from './store'
import { leaveForGood, waitNoMore } from './leaveShifts'

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
  for (const where of ids.flatMap((id) => [{ people: id }, { actors: id }])) {
    let after: string | undefined
    do {
      const { documents, next } = await shifts.of(centre).page({
        where: { ...where, endsAt: command.gt(0) },
        by: ['endsAt', 'asc'],
        after,
        limit: 100,
        fields: { endsAt: true },
      })
      for (const { _id } of documents) {
        for (const id of ids)
          await leaveForGood(centre, _id, id, { key: erasureKey, because: null, at })
        await complete(centre, _id, at)
        await forgetAt(centre, _id, ids)
      }
      after = next ?? undefined
    } while (after !== undefined)
  }
  await waitNoMore(centre, ids, { key: erasureKey, at })
  const theirs = { person: command.in([...ids]) }
  await repeat(() => hoursEntries.of(centre).changeAll(theirs, { what: '', because: null }))
  await repeat(() =>
    posts.of(centre).changeAll({ 'handOver.person': command.in([...ids]) }, { handOver: null }),
  )
}

/** Who was on a shift that is over stays counted, without a name; who tapped for somebody of their family is not named. */
const forgetAt = (centre: string, shift: string, ids: readonly string[]): Promise<void> =>
  decide(async () => {
    const known = await wholeShift(centre, shift)
    if (!known) return
    const named = ids.filter((id) => known.claims[id] && known.claims[id].name !== '')
    const acted = known.actors.filter((actor) => ids.includes(actor))
    if (named.length === 0 && acted.length === 0) return
    const taken = await take(shifts.of(centre), shift, {
      guard: { equal: { seq: known.seq } },
      change: {
        set: {
          ...Object.fromEntries(named.map((id) => [`claims.${id}.name`, ''])),
          actors: known.actors.filter((actor) => !ids.includes(actor)),
        },
        unset: Object.entries(known.claims).flatMap(([id, { actor, swap }]) => [
          ...(acted.includes(actor ?? '') ? [`claims.${id}.actor`] : []),
          ...(acted.includes(swap?.takenBy?.actor ?? '')
            ? [`claims.${id}.swap.takenBy.actor`]
            : []),
        ]),
        inc: { seq: 1 },
      },
    })
    return taken ? undefined : again
  })
