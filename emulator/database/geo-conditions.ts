import type { Position } from 'geojson'
import { isDocument, type Document } from './document'
import { badValue } from './failures'
import { asGeometry, boundsAround, boundsOf, EARTH_METRES, type Bounds } from './geometry'

/** `$near` and `$nearSphere`, in metres. */
export interface Near {
  readonly point: Position
  readonly least: number
  readonly most: number
}

/** Reads the operand of `$near` and `$nearSphere`: `{$geometry: point, $minDistance, $maxDistance}`. */
export function nearOf(operand: unknown): Near {
  const spec = isDocument(operand) ? operand : {}
  const geometry = asGeometry(spec.$geometry ?? operand)
  if (geometry?.type !== 'Point') throw badValue('$near requires a point, given ' + typeof operand)
  return {
    point: geometry.coordinates,
    least: distanceOf(spec.$minDistance, 0),
    most: distanceOf(spec.$maxDistance, Infinity),
  }
}

function distanceOf(value: unknown, otherwise: number): number {
  if (value === undefined || value === null) return otherwise
  if (typeof value !== 'number' || value < 0) {
    throw badValue('$minDistance and $maxDistance must be non-negative numbers')
  }
  return value
}

/** A geo condition of a query that a 2dsphere index can narrow. */
export interface GeoCondition {
  readonly field: string
  readonly bounds: Bounds
  readonly near?: Near
}

/** The geo conditions at the top of a query and inside its `$and`s. */
export function geoConditions(query: Document): GeoCondition[] {
  const found: GeoCondition[] = []
  for (const [field, value] of Object.entries(query)) {
    if (field === '$and' && Array.isArray(value)) {
      for (const part of value) if (isDocument(part)) found.push(...geoConditions(part))
    } else if (!field.startsWith('$') && isDocument(value)) {
      for (const [operator, operand] of Object.entries(value)) {
        const condition = conditionOf(field, operator, operand)
        if (condition !== undefined) found.push(condition)
      }
    }
  }
  return found
}

function conditionOf(field: string, operator: string, operand: unknown): GeoCondition | undefined {
  if (operator === '$near' || operator === '$nearSphere') {
    const near = nearOf(operand)
    const bounds = Number.isFinite(near.most) ? boundsAround(near.point, near.most) : world
    return { field, bounds, near }
  }
  if (operator !== '$geoWithin' && operator !== '$geoIntersects') return undefined
  const spec = isDocument(operand) ? operand : {}
  const geometry = asGeometry(spec.$geometry)
  if (geometry !== undefined) return { field, bounds: boundsOf(geometry) }
  if (Array.isArray(spec.$centerSphere)) {
    const [centre, radians] = spec.$centerSphere as [Position, number]
    return { field, bounds: boundsAround(centre, radians * EARTH_METRES) }
  }
  return undefined
}

const world: Bounds = [-180, -90, 180, 90]
