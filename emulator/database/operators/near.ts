import { resolve } from 'mingo/util'
import { nearOf } from '../geo-conditions'
import { geometriesOf, metresBetween } from '../geometry'
import type { QueryOperator } from '../language'

/** `$near` and `$nearSphere` as a test: between the least and the most metres. The order is select's part. */
export const near: QueryOperator = (field, operand) => {
  const { point, least, most } = nearOf(operand)
  return (document) =>
    geometriesOf(resolve(document, field)).some((geometry) => {
      const metres = metresBetween(point, geometry)
      return metres >= least && metres <= most
    })
}
