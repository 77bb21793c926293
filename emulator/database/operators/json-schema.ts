import Ajv, { type ValidateFunction } from 'ajv'
import { isDocument, typeName, type Document } from '../document'
import { badValue } from '../failures'

const ajv = new Ajv({ strict: false, allErrors: false })
ajv.addKeyword({
  keyword: 'bsonType',
  validate: (wanted: string | string[], value: unknown) =>
    [wanted].flat().some((name) => isOfType(name, value)),
})

/** The test of `$jsonSchema`: JSON Schema with MongoDB's `bsonType`. */
export function jsonSchemaValidator(schema: Document): (document: unknown) => boolean {
  let validate: ValidateFunction
  try {
    validate = ajv.compile(schema)
  } catch (error) {
    throw badValue((error as Error).message, 'FailedToParse')
  }
  return (document) => validate(document)
}

function isOfType(name: string, value: unknown): boolean {
  const actual = typeName(value)
  if (name === 'number') return actual === 'int' || actual === 'long' || actual === 'double'
  if (name === 'long' || name === 'double') return actual === 'int' || actual === name
  if (name === 'object') return isDocument(value)
  return actual === name
}
