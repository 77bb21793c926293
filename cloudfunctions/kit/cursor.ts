import { fail } from './failure'

/** The last document of a page: its value of the sort field, and its `_id` among those of the same value. */
export interface Position {
  /** Null where it has none: such documents come first in ascending order. */
  key: string | number | null
  id: string
}

const at = (document: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], document)

/** Where the page after this document begins, opaque to the phone. */
export const cursorAfter = (document: { _id: string }, field: string): string =>
  Buffer.from(JSON.stringify([at(document, field), document._id])).toString('base64url')

/** Reads a cursor; one we did not make is `InvalidInput`. */
export const positionOf = (cursor: string): Position => {
  const [key, id] = entries(Buffer.from(cursor, 'base64url').toString())
  const isKey = key === null || typeof key === 'string' || typeof key === 'number'
  if (!isKey || typeof id !== 'string') return fail('InvalidInput', { field: 'input.after' })
  return { key, id }
}

const entries = (text: string): unknown[] => {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}
