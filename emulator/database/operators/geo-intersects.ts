import { resolve } from 'mingo/util'
import { isDocument } from '../document'
import { badValue } from '../failures'
import { asGeometry, geometriesOf, intersects } from '../geometry'
import type { QueryOperator } from '../language'

/** `$geoIntersects`: shares at least a point with a geometry. */
export const geoIntersects: QueryOperator = (field, operand) => {
  const other = asGeometry(isDocument(operand) ? operand.$geometry : undefined)
  if (other === undefined) throw badValue('$geoIntersects requires a $geometry')
  return (document) =>
    geometriesOf(resolve(document, field)).some((geometry) => intersects(geometry, other))
}
