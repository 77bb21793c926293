import { resolve } from 'mingo/util'
import type { Index } from './catalog'
import { type Document } from './document'
import { show, writeError } from './failures'
import { boundsOf, geometriesOf, type Bounds } from './geometry'
import type { Stretch } from './storage'

/*
 * The entries of a 2dsphere index: the earth is cut into bands of latitude, and a geometry has an entry in each
 * band it touches: band, western edge, eastern edge. A search walks its bands up to its own eastern edge.
 */

const BAND_DEGREES = 0.05
/** A geometry over more bands than this stands in the one band that every search walks. */
const MOST_BANDS = 64
const EVERYWHERE = 0xffff
/** A search over more bands than this walks the whole index. */
const MOST_SEARCHED = 400

/** The field of a 2dsphere index that holds the geometry. */
export function geoField(index: Index): string {
  return index.spec.fields.find(({ direction }) => direction === '2dsphere')!.field
}

/** The entries of a document; none when it has no geometry there. */
export function geoKeys(index: Index, document: Document): Buffer[] {
  const value = resolve(document, geoField(index))
  if (value === undefined || value === null) return []
  const geometries = geometriesOf(value)
  if (geometries.length === 0) throw writeError(`Can't extract geo keys: ${show(value)}`)
  const keys = new Map<string, Buffer>()
  for (const geometry of geometries) {
    const [west, south, east, north] = boundsOf(geometry)
    const bands = bandsBetween(south, north)
    for (const band of bands.length > MOST_BANDS ? [EVERYWHERE] : bands) {
      const key = Buffer.concat([bandBytes(band), degreeBytes(west), degreeBytes(east)])
      keys.set(key.toString('latin1'), key)
    }
  }
  return [...keys.values()]
}

/** The stretches in which everything that touches the bounds has an entry. */
export function geoStretches(index: Index, [, south, east, north]: Bounds): Stretch[] {
  const bands = bandsBetween(south, north)
  if (bands.length > MOST_SEARCHED) {
    return [{ index: index.number, start: Buffer.alloc(0), end: Buffer.from([0xff, 0xff, 0xff]) }]
  }
  const after = Buffer.concat([degreeBytes(east), Buffer.from([0xff, 0xff])])
  return [...bands, EVERYWHERE].map((band) => ({
    index: index.number,
    start: bandBytes(band),
    end: Buffer.concat([bandBytes(band), after]),
  }))
}

/** Whether an entry's eastern edge reaches the bounds. */
export function reaches(key: Buffer, [west]: Bounds): boolean {
  return Buffer.compare(key.subarray(key.length - 4), degreeBytes(west)) >= 0
}

function bandsBetween(south: number, north: number): number[] {
  const first = bandOf(south)
  const last = bandOf(north)
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

function bandOf(latitude: number): number {
  const inside = Math.min(90, Math.max(-90, latitude))
  return Math.floor((inside + 90) / BAND_DEGREES)
}

function bandBytes(band: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(band)
  return bytes
}

/** A longitude as four bytes that sort: a ten-millionth of a degree is about a centimetre. */
function degreeBytes(longitude: number): Buffer {
  const bytes = Buffer.alloc(4)
  const inside = Math.min(180, Math.max(-180, longitude))
  bytes.writeUInt32BE(Math.floor((inside + 180) * 1e7))
  return bytes
}
