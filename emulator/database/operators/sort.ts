import { isDocument } from '../document'
import { badValue } from '../failures'
import { sortKey } from '../index-entries'
import { onAll, type Stage } from '../language'

/** `$sort` in BSON order; mingo does not know where ObjectIds and other bson types stand. */
export const sort: Stage = (documents, spec) => {
  if (!isDocument(spec) || Object.keys(spec).length === 0) {
    throw badValue('$sort stage must have at least one sort key')
  }
  const fields = Object.entries(spec).map(([field, direction]) => {
    if (direction !== 1 && direction !== -1) {
      throw badValue('$sort key ordering must be 1 (for ascending) or -1 (for descending)')
    }
    return { path: field.split('.'), direction } as const
  })
  return onAll(documents, (list) =>
    list
      .map((document) => ({ document, key: sortKey(document, fields) }))
      .sort((a, b) => Buffer.compare(a.key, b.key))
      .map(({ document }) => document),
  )
}
