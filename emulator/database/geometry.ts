import { bbox } from '@turf/bbox'
import { booleanIntersects } from '@turf/boolean-intersects'
import { booleanWithin } from '@turf/boolean-within'
import { distance } from '@turf/distance'
import type { Geometry, Position } from 'geojson'
import { isDocument } from './document'

/** West, south, east, north in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number]

/** The radius MongoDB measures with. */
export const EARTH_METRES = 6_378_100

const types = new Set([
  'Point',
  'LineString',
  'Polygon',
  'MultiPoint',
  'MultiLineString',
  'MultiPolygon',
])

/** The geometry a value holds: GeoJSON, or a plain `[longitude, latitude]`. */
export function asGeometry(value: unknown): Geometry | undefined {
  if (isPosition(value)) return { type: 'Point', coordinates: value }
  if (!isDocument(value) || !Array.isArray(value.coordinates)) return undefined
  if (typeof value.type !== 'string' || !types.has(value.type)) return undefined
  return value as unknown as Geometry
}

/** The geometries of a field's value: one, or those in an array. */
export function geometriesOf(value: unknown): Geometry[] {
  const one = asGeometry(value)
  if (one !== undefined) return [one]
  if (!Array.isArray(value)) return []
  return value.map(asGeometry).filter((geometry) => geometry !== undefined)
}

function isPosition(value: unknown): value is Position {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    value.every((part) => typeof part === 'number') &&
    Math.abs(value[0] as number) <= 180 &&
    Math.abs(value[1] as number) <= 90
  )
}

/** Metres from a point to a geometry: to its nearest corner, and 0 inside it. */
export function metresBetween(from: Position, to: Geometry): number {
  if (to.type !== 'Point' && booleanIntersects({ type: 'Point', coordinates: from }, to)) return 0
  let least = Infinity
  for (const position of positionsOf(to)) {
    least = Math.min(least, distance(from, position, { units: 'radians' }) * EARTH_METRES)
  }
  return least
}

function positionsOf(geometry: Geometry): Position[] {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(positionsOf)
  const depth = { Point: 0, MultiPoint: 1, LineString: 1, MultiLineString: 2, Polygon: 2 }
  const list = geometry.type === 'MultiPolygon' ? 3 : depth[geometry.type]
  if (list === 0) return [geometry.coordinates as Position]
  return (geometry.coordinates as unknown[]).flat(list - 1) as Position[]
}

/** Whether `inner` lies in `outer`; a point on the border does. */
export function liesWithin(inner: Geometry, outer: Geometry): boolean {
  return inner.type === 'Point' ? booleanIntersects(inner, outer) : booleanWithin(inner, outer)
}

export function intersects(a: Geometry, b: Geometry): boolean {
  return booleanIntersects(a, b)
}

export function boundsOf(geometry: Geometry): Bounds {
  const [west, south, east, north] = bbox(geometry)
  return [west, south, east, north]
}

/** A box around everything within `metres` of a point; around the poles and the date line, the whole circle. */
export function boundsAround([longitude, latitude]: Position, metres: number): Bounds {
  const up = ((metres / EARTH_METRES) * 180) / Math.PI
  const south = latitude! - up
  const north = latitude! + up
  const widest = Math.max(Math.abs(south), Math.abs(north))
  const aside = widest < 90 ? up / Math.cos((widest * Math.PI) / 180) : 360
  const west = longitude! - aside
  const east = longitude! + aside
  if (west < -180 || east > 180) return [-180, Math.max(south, -90), 180, Math.min(north, 90)]
  return [west, south, east, north]
}
