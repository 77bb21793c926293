import type { CasePlace } from '@/types/feedback'

/** About 100 m of the map: two who stand at one crossing are in one such square, or in squares beside each other. */
const perDegree = 1000

const square = (latitude: number, longitude: number): string => `${latitude},${longitude}`

/** What two messages about one thing have in common. */
export const spotOf = (place: CasePlace): string =>
  'node' in place
    ? place.node
    : square(Math.floor(place.latitude * perDegree), Math.floor(place.longitude * perDegree))

/** Where the same thing may have been reported: the spot, and the squares around it. */
export const spotsAround = (place: CasePlace): string[] => {
  if ('node' in place) return [place.node]
  const [latitude, longitude] = [place.latitude, place.longitude].map((degrees) =>
    Math.floor(degrees * perDegree),
  ) as [number, number]
  const near = [-1, 0, 1]
  return near.flatMap((north) => near.map((east) => square(latitude + north, longitude + east)))
}

/** How deep grids lie below the centre. */
export const gridDepth = 3

/** The grid of a path; the lowest node of it where that lies above all grids. */
export const gridOf = (path: readonly string[]): string => path.slice(0, gridDepth).at(-1) ?? ''

/** The node whose staff answer for a place; undefined where only the map is known. */
export const nodeOf = (place: CasePlace): string | undefined =>
  'node' in place ? place.node : place.near
