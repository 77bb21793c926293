import { command } from '../kit/cloud'
import { posts, type ShiftDoc } from './store'

/**
 * What who served before them on the same post wrote down for people of these shifts, by shift: of several shifts of one
 * post the soonest reads it.
 */
export const handOversFor = async (
  centre: string,
  shifts: readonly Pick<ShiftDoc, '_id' | 'post' | 'startsAt'>[],
): Promise<ReadonlyMap<string, string>> => {
  const ids = [...new Set(shifts.flatMap(({ post }) => post ?? []))]
  if (ids.length === 0) return new Map()
  const found = await posts.of(centre).find({
    where: { _id: command.in(ids) },
    limit: ids.length,
    fields: { handOver: true },
  })
  return new Map(
    found.flatMap(({ _id, handOver }) => {
      if (!handOver) return []
      const [next] = shifts
        .filter(({ post, startsAt }) => post === _id && startsAt > handOver.startsAt)
        .sort((one, other) => one.startsAt - other.startsAt)
      return next ? [[next._id, handOver.words] as const] : []
    }),
  )
}
