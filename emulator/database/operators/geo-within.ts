import type { Geometry, Position } from 'geojson'
import { resolve } from 'mingo/util'
import { isDocument, type Document } from '../document'
import { badValue } from '../failures'
import { asGeometry, EARTH_METRES, geometriesOf, liesWithin, metresBetween } from '../geometry'
import type { QueryOperator } from '../language'

/** `$geoWithin`: inside a polygon, a circle on the sphere (radius in radians), a box or a list of corners. */
export const geoWithin: QueryOperator = (field, operand) => {
  const inside = shapeOf(isDocument(operand) ? operand : {})
  return (document) => geometriesOf(resolve(document, field)).some(inside)
}

function shapeOf(spec: Document): (geometry: Geometry) => boolean {
  const outer = asGeometry(spec.$geometry) ?? boxOf(spec.$box) ?? cornersOf(spec.$polygon)
  if (outer?.type === 'Polygon' || outer?.type === 'MultiPolygon') {
    return (geometry) => liesWithin(geometry, outer)
  }
  if (Array.isArray(spec.$centerSphere) && spec.$centerSphere.length === 2) {
    const [centre, radians] = spec.$centerSphere as [Position, number]
    return (geometry) => metresBetween(centre, geometry) <= radians * EARTH_METRES
  }
  throw badValue(`unknown geo specifier: ${Object.keys(spec)[0] ?? 'none'}`)
}

function boxOf(value: unknown): Geometry | undefined {
  if (!Array.isArray(value) || value.length !== 2) return undefined
  const [[west, south], [east, north]] = value as [[number, number], [number, number]]
  return cornersOf([
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ])
}

function cornersOf(value: unknown): Geometry | undefined {
  if (!Array.isArray(value)) return undefined
  const corners = value as Position[]
  return { type: 'Polygon', coordinates: [[...corners, corners[0]!]] }
}
