import type { PipelineRun } from '../aggregate'
import type { Collection } from '../catalog'
import { isDocument, type Document } from '../document'
import { badValue } from '../failures'
import { geoField } from '../geo-keys'
import { asGeometry, EARTH_METRES } from '../geometry'
import { metresTo } from '../nearest'
import { resolve, setValue } from 'mingo/util'

/** `$geoNear`, the first stage: documents nearest first, with their distance in metres (× the multiplier). */
export function geoNear(
  run: PipelineRun,
  collection: Collection,
  spec: unknown,
  variables: Document | undefined,
): Document[] {
  if (!isDocument(spec)) throw badValue('$geoNear requires an object')
  const { distanceField, includeLocs, query = {}, distanceMultiplier = 1, limit, num } = spec
  const point = asGeometry(spec.near)
  if (point?.type !== 'Point') throw badValue("$geoNear requires a 'near' argument")
  if (typeof distanceField !== 'string') {
    throw badValue("$geoNear requires a 'distanceField' option as a String")
  }
  const field = fieldOf(collection, spec.key)
  // A legacy pair measures in radians, GeoJSON in metres.
  const unit = Array.isArray(spec.near) ? EARTH_METRES : 1
  const near: Document = { $geometry: point }
  if (typeof spec.maxDistance === 'number') near.$maxDistance = spec.maxDistance * unit
  if (typeof spec.minDistance === 'number') near.$minDistance = spec.minDistance * unit
  const found = run.select(collection, {
    query: { $and: [query as Document, { [field]: { $nearSphere: near } }] },
    limit: typeof limit === 'number' ? limit : typeof num === 'number' ? num : undefined,
    variables,
  })
  for (const document of found) {
    const metres = metresTo(document, field, { point: point.coordinates })
    setValue(document, distanceField, (metres / unit) * (distanceMultiplier as number))
    if (typeof includeLocs === 'string') setValue(document, includeLocs, resolve(document, field))
  }
  return found
}

function fieldOf(collection: Collection, key: unknown): string {
  if (typeof key === 'string') return key
  const fields = new Set(collection.indexes.filter((index) => index.geo).map(geoField))
  if (fields.size === 1) return [...fields][0]!
  throw badValue(
    fields.size === 0
      ? '$geoNear requires a 2d or 2dsphere index, but none were found'
      : 'There is more than one 2dsphere index; unsure which to use for $geoNear',
    'IndexNotFound',
  )
}
