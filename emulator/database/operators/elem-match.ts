import { $elemMatch } from 'mingo/operators/query'
import { resolve } from 'mingo/util'
import { isDocument, type Document } from '../document'
import { languageOptions, matcher, type QueryOperator } from '../language'

/**
 * `$elemMatch`. With conditions on fields only documents can match; mingo 7.2.7 also takes a number or a text among
 * the elements for a match. Conditions on the element itself are mingo's.
 */
export const elemMatch: QueryOperator = (field, operand) => {
  const onElement = !isDocument(operand) || Object.keys(operand).every((key) => key.startsWith('$'))
  if (onElement) return $elemMatch(field, operand as Document, languageOptions() as never) as never
  const matches = matcher(operand)
  const anyOf = (value: unknown): boolean =>
    Array.isArray(value) &&
    value.some((element) =>
      isDocument(element) ? matches(element) : field.includes('.') && anyOf(element),
    )
  return (document) => anyOf(resolve(document, field, { unwrapArray: true }))
}
