import { resolve } from 'mingo/util'
import type { Collection } from './catalog'
import type { Document } from './document'
import { badValue } from './failures'
import type { GeoCondition, Near } from './geo-conditions'
import { geoField } from './geo-keys'
import { geometriesOf, metresBetween } from './geometry'
import { select, type Selected, type Selection, type View } from './select'

/** The first circle searched around a point without a given distance, and how much each next one grows. */
const FIRST_METRES = 500
const GROWTH = 4
/** Half the way around the earth. */
const FARTHEST_METRES = 20_040_000

/** The documents of a `$near` query, nearest first. Needs a 2dsphere index, as in MongoDB. */
export function selectNearest(
  view: View,
  collection: Collection,
  selection: Selection,
  { field, near }: GeoCondition & { near: Near },
): Selected {
  if (!collection.indexes.some((index) => index.geo && geoField(index) === field)) {
    throw badValue(
      `error processing query: planner returned error: unable to find index for $geoNear query`,
      'NoQueryExecutionPlans',
    )
  }
  const { query, offset = 0, limit } = selection
  const wanted = limit === undefined ? Infinity : offset + limit
  let examined = 0
  let radius = wanted === Infinity ? near.most : Math.min(FIRST_METRES, near.most)
  for (;;) {
    const circle = { $nearSphere: { $geometry: point(near), $maxDistance: radius } }
    const bounded = radius === Infinity ? query : { $and: [query, { [field]: circle }] }
    const found = select(view, collection, {
      ...selection,
      query: bounded,
      offset: 0,
      limit: undefined,
      anyOrder: true,
    })
    examined += found.examined
    if (found.rows.length >= wanted || radius >= Math.min(near.most, FARTHEST_METRES)) {
      const rows = found.rows
        .map((stored) => ({ stored, metres: metresTo(stored.document, field, near) }))
        .sort((a, b) => a.metres - b.metres)
        .map(({ stored }) => stored)
      return { rows: rows.slice(offset, wanted), examined }
    }
    radius = Math.min(radius * GROWTH, near.most)
  }
}

function point({ point }: Near): Document {
  return { type: 'Point', coordinates: point }
}

/** Metres from the point of a `$near` to what a document has in a field. */
export function metresTo(
  document: Document,
  field: string,
  { point }: Pick<Near, 'point'>,
): number {
  const distances = geometriesOf(resolve(document, field)).map((geometry) =>
    metresBetween(point, geometry),
  )
  return Math.min(...distances)
}
