/**
 * One document. Values are what JavaScript has (numbers, strings, booleans, null, arrays, objects, Date, RegExp)
 * and bson types for the rest (ObjectId, Binary, a Long beyond 2^53 …).
 */
export type Document = Record<string, unknown>

/** True for a plain object: not null, an array, a Date, a RegExp, bytes or a bson value. */
export function isDocument(value: unknown): value is Document {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** MongoDB's name of a value's type, as its error messages and `$type` use it. */
export function typeName(value: unknown): string {
  if (value === undefined) return 'missing'
  if (value === null) return 'null'
  if (typeof value === 'string') return 'string'
  if (typeof value === 'boolean') return 'bool'
  if (typeof value === 'number') {
    if (!Number.isInteger(value)) return 'double'
    return Math.abs(value) < 2 ** 31 ? 'int' : 'long'
  }
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  if (value instanceof RegExp) return 'regex'
  const bson = bsonType(value)
  if (bson === undefined) return 'object'
  return bsonNames[bson] ?? bson.toLowerCase()
}

const bsonNames: Record<string, string> = {
  ObjectId: 'objectId',
  Binary: 'binData',
  Decimal128: 'decimal',
  MinKey: 'minKey',
  MaxKey: 'maxKey',
}

/** The bson class of a value (`'ObjectId'`, `'Long'` …), or undefined for what JavaScript has itself. */
export function bsonType(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  return (value as { _bsontype?: string })._bsontype
}
