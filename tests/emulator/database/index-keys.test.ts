import fc from 'fast-check'
import { Binary, Long, MaxKey, MinKey, ObjectId } from 'bson'
import { component, compoundKey, inverted, stringPrefix } from '@/emulator/database/index-keys'

const ascending: unknown[] = [
  new MinKey(),
  null,
  -Infinity,
  -2.5,
  -1,
  0,
  Number.MIN_VALUE,
  1,
  Long.fromString('9007199254740993'),
  Infinity,
  '',
  '\u0000',
  'a',
  'a\u0000',
  'ab',
  'b',
  '书法',
  '😀',
  {},
  { a: 1 },
  { a: 2 },
  { b: 0 },
  { a: 'text' },
  [],
  [1],
  [1, 2],
  [2],
  new Binary(Buffer.from([1])),
  new ObjectId('5f0000000000000000000000'),
  new ObjectId('600000000000000000000000'),
  false,
  true,
  new Date(-1),
  new Date(0),
  new Date('2026-11-16'),
  /a/,
  /b/,
  new MaxKey(),
]

test('bytes sort as BSON does, across types and within them', () => {
  const sorted = ascending.map(component)
  for (let i = 1; i < sorted.length; i++) {
    expect([i, Buffer.compare(sorted[i - 1]!, sorted[i]!)]).toEqual([i, -1])
  }
})

test('missing sorts with null, and 0 with -0', () => {
  expect(component(undefined)).toEqual(component(null))
  expect(component(-0)).toEqual(component(0))
})

test('numbers, strings and their compounds keep their order in both directions', () => {
  const value = fc.oneof(fc.double({ noNaN: true }), fc.integer())
  const text = fc.string({ unit: 'binary' })
  fc.assert(
    fc.property(value, value, text, text, (a, b, x, y) => {
      const numbers = a === b ? 0 : a < b ? -1 : 1
      const texts = Buffer.compare(Buffer.from(x), Buffer.from(y))
      expect(Buffer.compare(compoundKey([a, x], [1, 1]), compoundKey([b, y], [1, 1]))).toBe(
        numbers || texts,
      )
      expect(Buffer.compare(compoundKey([x, a], [-1, 1]), compoundKey([y, b], [-1, 1]))).toBe(
        -texts || numbers,
      )
    }),
  )
})

test('no component begins another, so a compound key never runs two values together', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (x, y) => {
      fc.pre(x !== y)
      const [a, b] = [component(x), component(y)]
      expect(b.subarray(0, a.length).equals(a)).toBe(false)
      expect(inverted(inverted(a))).toEqual(a)
    }),
  )
})

test('a prefix is the beginning of the strings that begin with it and of no others', () => {
  const begins = (text: string) => component(text).subarray(0, 7).equals(stringPrefix('李奶'))
  expect([begins('李奶奶'), begins('李奶'), begins('李')]).toEqual([true, true, false])
})
