import { decideTake, letGo } from '@/domain/proposals/hands'
import { mostClaimed } from '@/domain/proposals/wish'
import type { Instant } from '@/types/shared/day'
import { again, decide, repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { fail } from '../kit/failure'
import { take } from '../kit/step'
import { hands, handsId, wishes, type HandsDoc } from './store'

interface Taking {
  centre: string
  /** All ids of who claims. */
  ids: readonly [string, ...string[]]
  wish: string
  at: Instant
}

/** Claims a wish while a hand of theirs is free, also when they tap on many in one moment. */
export const withFreeHand = async <T>(
  { centre, ids, wish, at }: Taking,
  claim: () => Promise<T>,
): Promise<T> => {
  const store = hands.of(centre)
  const _id = handsId(centre, ids[0])
  await decide(async () => {
    const empty: HandsDoc = { _id, centre, v: 1, seq: 0, taking: {}, at }
    const known = (await store.get(_id)) ?? ((await store.insert(empty)) ? empty : null)
    if (!known) return again
    // Read after it: what is there no more is claimed by now, or was not to be had.
    const held = await wishes.of(centre).find({
      where: { claimer: command.in([...ids]), state: 'claimed' },
      limit: mostClaimed + 1,
      fields: { _id: true },
    })
    const decision = decideTake(
      known,
      held.map((one) => one._id),
      wish,
      at,
    )
    if (decision.outcome === 'refused') return fail(decision.refusal.code, decision.refusal.data)
    return decision.outcome === 'same' || (await take(store, _id, decision.step))
      ? undefined
      : again
  })
  try {
    return await claim()
  } finally {
    await repeat(() => take(store, _id, letGo(wish)))
  }
}
