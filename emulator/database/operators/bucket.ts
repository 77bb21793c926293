import { $group } from 'mingo/operators/pipeline'
import { isDocument } from '../document'
import { badValue } from '../failures'
import { component } from '../index-keys'
import { onAll, type Stage } from '../language'
import { sort } from './sort'

/**
 * `$bucket`, as MongoDB defines it: a `$group` by a `$switch`, sorted. mingo's own counts a value that stands on
 * a boundary to the bucket below, and keeps empty buckets.
 */
export const bucket: Stage = (documents, spec, options) => {
  if (!isDocument(spec) || !Array.isArray(spec.boundaries) || spec.boundaries.length < 2) {
    throw badValue("The $bucket 'boundaries' field must have at least 2 values")
  }
  const { groupBy, output = { count: { $sum: 1 } } } = spec
  const boundaries = spec.boundaries as unknown[]
  const branches = boundaries.slice(1).map((upper, i) => {
    const lower = boundaries[i]
    if (Buffer.compare(component(lower), component(upper)) >= 0) {
      throw badValue("The 'boundaries' option to $bucket must be sorted")
    }
    const inside = [
      { $gte: [groupBy, { $literal: lower }] },
      { $lt: [groupBy, { $literal: upper }] },
    ]
    return { case: { $and: inside }, then: { $literal: lower } }
  })
  const otherwise = 'default' in spec ? spec.default : nowhere
  const key = { $switch: { branches, default: { $literal: otherwise } } }
  const grouped = $group(documents, { ...(output as object), _id: key }, options)
  return onAll(sort(grouped, { _id: 1 }, options), (buckets) => {
    if (buckets.some(({ _id }) => _id === nowhere)) {
      throw badValue(
        '$switch could not find a matching branch for an input, and no default was specified.',
      )
    }
    return buckets
  })
}

/** The key of documents that belong to no bucket. */
const nowhere = Symbol('no bucket')
