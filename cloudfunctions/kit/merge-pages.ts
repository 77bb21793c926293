import type { Stored } from './collection'
import { cursorAfter } from './cursor'

/** What one query of several answered, all asked for the same page in the same order. */
interface Part<T> {
  documents: readonly T[]
  next: string | null
}

/**
 * One page of several lists that are in the same order and were read behind the same cursor: the first documents of all,
 * each once. Several narrow queries stay within an index where one wide one does not.
 */
export const mergePages = <T extends Stored>(
  parts: readonly Part<T>[],
  [field, direction]: readonly [field: string, direction: 'asc' | 'desc'],
  limit = 20,
): { documents: T[]; next: string | null } => {
  const sign = direction === 'asc' ? 1 : -1
  const all = new Map(parts.flatMap(({ documents }) => documents.map((one) => [one._id, one])))
  const sorted = [...all.values()].sort(
    (one, other) =>
      sign * (compare(value(one, field), value(other, field)) || compare(one._id, other._id)),
  )
  const documents = sorted.slice(0, limit)
  const last = documents.at(-1)
  const more = sorted.length > limit || parts.some(({ next }) => next !== null)
  return { documents, next: more && last ? cursorAfter(last, field) : null }
}

const value = (document: object, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((inner, name) => (inner as Record<string, unknown>)[name], document)

const compare = (one: unknown, other: unknown): number =>
  one === other ? 0 : (one as string | number) < (other as string | number) ? -1 : 1
