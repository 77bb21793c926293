import { mostTries } from '@/domain/residents/tries'
import type { Day } from '@/types/shared/day'
import { repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { hiddenId } from '../kit/ids'
import { tries } from './store'

/**
 * Counts a guess before it is looked at, so that many at once are no more than so many. False when there were too
 * many of that kind today: `most` of them. The same tap sent again counts once.
 */
export const mayGuess = async (
  centre: string,
  what: string,
  key: string,
  day: Day,
  most = mostTries,
): Promise<boolean> => {
  const store = tries.of(centre)
  const _id = hiddenId(centre, 't', what, day)
  if (await store.insert({ _id, centre, v: 1, count: 1, keys: [key], day })) return true
  const counted = await repeat(() =>
    store.change(
      _id,
      { count: command.inc(1), keys: command.push([key]) },
      { count: command.lt(most), keys: command.nin([key]) },
    ),
  )
  return counted || ((await store.get(_id))?.keys.includes(key) ?? false)
}
