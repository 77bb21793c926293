import { EJSON, Long, ObjectId } from 'bson'
import { bsonType, isDocument, type Document } from './document'
import { notForStorage } from './failures'

const DOLLAR = 36

/**
 * A document as Extended JSON text: what is stored, and what the wire carries, so a document that is only
 * passed on is never parsed. Numbers stay JSON numbers; everything JSON lacks is tagged (`{"$date": …}`), which is why a field may not begin with `$`.
 */
export function encode(document: Document): string {
  return JSON.stringify(tagged(document))
}

/** The document in a text that `encode` wrote. Always a fresh object: the caller may change it. */
export function decode(text: string): Document {
  const document = JSON.parse(text) as Document
  return text.includes('"$') ? (untagged(document) as Document) : document
}

/** Returns the value itself when JSON can hold it, else a copy with tags; copies only along changed branches. */
function tagged(value: unknown): unknown {
  if (typeof value === 'number') {
    return Number.isFinite(value) ? value : { $numberDouble: String(value) }
  }
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    let copy: unknown[] | undefined
    for (let i = 0; i < value.length; i++) {
      const after = tagged(value[i])
      if (after !== value[i]) (copy ??= value.slice())[i] = after
    }
    return copy ?? value
  }
  if (isDocument(value)) {
    let copy: Document | undefined
    for (const key of Object.keys(value)) {
      if (key.charCodeAt(0) === DOLLAR) throw notForStorage(key)
      const after = tagged(value[key])
      if (after !== value[key]) (copy ??= { ...value })[key] = after
    }
    return copy ?? value
  }
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } }
  if (value instanceof RegExp) {
    return { $regularExpression: { pattern: value.source, options: value.flags } }
  }
  if (bsonType(value) === 'Long') return { $numberLong: String(value) }
  return EJSON.serialize(value, { relaxed: false })
}

function untagged(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = untagged(value[i])
    return value
  }
  const object = value as Document
  for (const key of Object.keys(object)) {
    if (key.charCodeAt(0) === DOLLAR) return fromTag(key, object)
    const before = object[key]
    if (typeof before === 'object' && before !== null) object[key] = untagged(before)
  }
  return object
}

function fromTag(tag: string, object: Document): unknown {
  switch (tag) {
    case '$date':
      return new Date(Number((object.$date as { $numberLong: string }).$numberLong))
    case '$oid':
      return new ObjectId(object.$oid as string)
    case '$numberLong':
      return Long.fromString(object.$numberLong as string)
    case '$numberDouble':
      return Number(object.$numberDouble)
    case '$regularExpression': {
      const { pattern, options } = object.$regularExpression as { pattern: string; options: string }
      return new RegExp(pattern, options)
    }
    default:
      return EJSON.deserialize(object, { relaxed: true })
  }
}
