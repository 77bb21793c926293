import type { Binary, Decimal128, Long, ObjectId } from 'bson'
import { bsonType } from './document'

/*
 * Values as bytes whose plain byte order is BSON order. One component is one value:
 * a type byte, then the value. No component is the beginning of another, so components may follow each other
 * in a compound key, and inverting a component's bytes reverses its order.
 */

/** The type bytes, in BSON order. Undefined stands for an empty array, which sorts before null. */
export const order = {
  minKey: 0x08,
  undefined: 0x10,
  null: 0x18,
  number: 0x20,
  string: 0x28,
  object: 0x30,
  array: 0x38,
  binary: 0x40,
  objectId: 0x48,
  boolean: 0x50,
  date: 0x58,
  timestamp: 0x60,
  regex: 0x68,
  maxKey: 0x70,
} as const

/** In a key this stands for "an empty array". */
export const emptyArray = Symbol('empty array')

let bytes = Buffer.allocUnsafe(1024)
let length = 0

/** The component of one value; a missing one (undefined) is null. */
export function component(value: unknown): Buffer {
  length = 0
  writeValue(value)
  return Buffer.from(bytes.subarray(0, length))
}

/** The key of a row in an index: one component a field, bytes inverted where the field descends. */
export function compoundKey(values: readonly unknown[], directions: readonly (1 | -1)[]): Buffer {
  length = 0
  for (let i = 0; i < values.length; i++) {
    const start = length
    writeValue(values[i])
    if (directions[i] === -1) invert(start, length)
  }
  return Buffer.from(bytes.subarray(0, length))
}

/** The component read backwards: its order in a descending field. */
export function inverted(component: Buffer): Buffer {
  const copy = Buffer.allocUnsafe(component.length)
  for (let i = 0; i < component.length; i++) copy[i] = ~component[i]! & 0xff
  return copy
}

/** The bytes with which the components of all strings that begin with `prefix` begin. */
export function stringPrefix(prefix: string): Buffer {
  length = 0
  writeByte(order.string)
  writeText(prefix)
  return Buffer.from(bytes.subarray(0, length - 2))
}

function invert(from: number, to: number): void {
  for (let i = from; i < to; i++) bytes[i] = ~bytes[i]! & 0xff
}

function room(more: number): void {
  if (length + more <= bytes.length) return
  const larger = Buffer.allocUnsafe(Math.max(bytes.length * 2, length + more))
  bytes.copy(larger, 0, 0, length)
  bytes = larger
}

function writeByte(byte: number): void {
  room(1)
  bytes[length++] = byte
}

function writeValue(value: unknown): void {
  switch (typeof value) {
    case 'string':
      writeByte(order.string)
      return writeText(value)
    case 'number':
      writeByte(order.number)
      return writeDouble(value)
    case 'boolean':
      writeByte(order.boolean)
      return writeByte(value ? 2 : 1)
    case 'undefined':
      return writeByte(order.null)
    case 'symbol':
      return writeByte(order.undefined)
    default:
      return writeObject(value as object | null)
  }
}

function writeObject(value: object | null): void {
  if (value === null) return writeByte(order.null)
  if (Array.isArray(value)) {
    writeByte(order.array)
    for (const item of value) writeValue(item)
    return writeByte(0)
  }
  if (value instanceof Date) {
    writeByte(order.date)
    return writeDouble(value.getTime())
  }
  if (value instanceof RegExp) return writeRegex(value.source, value.flags)
  if (bsonType(value) !== undefined) return writeBson(value)
  writeByte(order.object)
  for (const [key, item] of Object.entries(value)) {
    writeByte(typeByte(item))
    writeText(key)
    writeValue(item)
  }
  writeByte(0)
}

/** UTF-8 with zero bytes escaped, then a terminator that sorts before every continuation. */
function writeText(text: string): void {
  room(text.length * 6 + 2)
  const start = length
  length += bytes.write(text, start, 'utf8')
  if (bytes.subarray(start, length).includes(0)) {
    const raw = Buffer.from(bytes.subarray(start, length))
    length = start
    for (const byte of raw) {
      bytes[length++] = byte
      if (byte === 0) bytes[length++] = 0xff
    }
  }
  bytes[length++] = 0
  bytes[length++] = 0
}

/** IEEE bytes, made to sort: positive numbers get the top bit, negative ones are inverted. NaN sorts first. */
function writeDouble(number: number): void {
  room(8)
  if (Number.isNaN(number)) {
    bytes.fill(0, length, length + 8)
    length += 8
    return
  }
  bytes.writeDoubleBE(number === 0 ? 0 : number, length)
  if (bytes[length]! & 0x80) invert(length, length + 8)
  else bytes[length]! |= 0x80
  length += 8
}

function writeRegex(pattern: string, options: string): void {
  writeByte(order.regex)
  writeText(pattern)
  writeText(options)
}

function writeBson(value: object): void {
  switch (bsonType(value)) {
    case 'ObjectId': {
      writeByte(order.objectId)
      return writeBytes((value as ObjectId).id)
    }
    case 'Binary': {
      const { buffer, sub_type, position } = value as Binary
      writeByte(order.binary)
      room(5)
      length = bytes.writeUInt32BE(position, length)
      writeByte(sub_type)
      return writeBytes(buffer.subarray(0, position))
    }
    case 'Long':
    case 'Decimal128':
    case 'Int32':
    case 'Double': {
      writeByte(order.number)
      return writeDouble(Number(String(value as Long | Decimal128)))
    }
    case 'Timestamp': {
      writeByte(order.timestamp)
      room(8)
      length = bytes.writeBigUInt64BE(BigInt(String(value as Long)), length)
      return
    }
    case 'BSONRegExp': {
      const { pattern, options } = value as unknown as { pattern: string; options: string }
      return writeRegex(pattern, options)
    }
    case 'MinKey':
      return writeByte(order.minKey)
    case 'MaxKey':
      return writeByte(order.maxKey)
    default:
      writeByte(order.object)
      writeText(JSON.stringify(value))
      return writeByte(0)
  }
}

function writeBytes(source: Uint8Array): void {
  room(source.length)
  bytes.set(source, length)
  length += source.length
}

/** The type byte that begins the component of a value. */
export function typeByte(value: unknown): number {
  switch (typeof value) {
    case 'string':
      return order.string
    case 'number':
      return order.number
    case 'boolean':
      return order.boolean
    case 'undefined':
      return order.null
    case 'symbol':
      return order.undefined
    default:
      return objectByte(value as object | null)
  }
}

function objectByte(value: object | null): number {
  if (value === null) return order.null
  if (Array.isArray(value)) return order.array
  if (value instanceof Date) return order.date
  if (value instanceof RegExp) return order.regex
  return bsonOrder[bsonType(value) ?? ''] ?? order.object
}

const bsonOrder: Record<string, number> = {
  ObjectId: order.objectId,
  Binary: order.binary,
  Long: order.number,
  Decimal128: order.number,
  Int32: order.number,
  Double: order.number,
  Timestamp: order.timestamp,
  BSONRegExp: order.regex,
  MinKey: order.minKey,
  MaxKey: order.maxKey,
}
