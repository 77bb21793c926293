import type { BSONRegExp, Long } from 'bson'
import { bsonType, isDocument, type Document } from './document'
import { badValue } from './failures'

/**
 * What a client sent, as the database works with it: server dates become the given time (milliseconds), bson
 * numbers become JavaScript numbers where they fit, and bson regular expressions become JavaScript ones.
 * The input is left as it is.
 */
export function incoming<T>(value: T, now: number): T {
  return resolve(value, now) as T
}

function resolve(value: unknown, now: number): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => resolve(item, now))
  if (isDocument(value)) {
    if ('$tcb_server_date' in value) return serverDate(value.$tcb_server_date, now)
    if ('$regularExpression' in value) {
      const { pattern, options } = value.$regularExpression as { pattern: string; options: string }
      return regularExpression(pattern, options)
    }
    const copy: Document = {}
    for (const key of Object.keys(value)) {
      const after = resolve(value[key], now)
      if (after !== undefined) copy[key] = after
    }
    return copy
  }
  if (value instanceof RegExp) return regularExpression(value.source, value.flags)
  switch (bsonType(value)) {
    case 'Int32':
    case 'Double':
      return (value as { valueOf(): number }).valueOf()
    case 'Long': {
      const number = (value as Long).toNumber()
      return Number.isSafeInteger(number) ? number : value
    }
    case 'BSONRegExp': {
      const { pattern, options } = value as BSONRegExp
      return regularExpression(pattern, options)
    }
    default:
      return value
  }
}

function serverDate(spec: unknown, now: number): Date {
  const offset = isDocument(spec) ? Number(spec.offset ?? 0) : 0
  return new Date(now + offset)
}

/** `g` and `y` make a JavaScript expression remember its last match, so they are left out. */
function regularExpression(pattern: string, options = ''): RegExp {
  const flags = [...new Set(options)].filter((flag) => flag !== 'g' && flag !== 'y' && flag !== 'l')
  try {
    return new RegExp(pattern, flags.sort().join(''))
  } catch {
    throw badValue(`Regular expression is invalid: /${pattern}/${options}`)
  }
}
