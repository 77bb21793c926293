import { command } from './cloud'
import type { CentreCollection, Stored } from './collection'
import type { Fields } from './query'

const batch = 200

/** One step of a job that removes all documents that fit: some of them, and a cursor while there may be more. */
export const removeSome = async <T extends Stored>(
  store: CentreCollection<T>,
  where: Fields,
): Promise<{ handled: number; cursor: string | null }> => {
  const old = await store.find({ where, limit: batch, fields: { _id: true } })
  if (old.length > 0) await store.removeAll({ _id: command.in(old.map(({ _id }) => _id)) })
  return { handled: old.length, cursor: old.length === batch ? 'more' : null }
}
