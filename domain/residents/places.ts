import type { Facts } from './facts'

/** Nodes from the centre down, or null for somebody whose home is not known: nobody's grid, anybody's to help. */
export type Place = readonly string[] | null

export const placeOf = ({ path }: Pick<Facts, 'path'>): Place => (path.length > 1 ? path : null)
