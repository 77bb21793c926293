import { command } from '@/cloudfunctions/kit/cloud'
import { conditions, refuseSurprises } from '@/cloudfunctions/kit/query'

describe('a condition the SDK would drop or turn into something else is refused', () => {
  test.each([
    ['a value that is not there', { person: undefined }],
    ['one inside another', { person: { id: undefined } }],
    ['one in a list', { ids: ['a', undefined] }],
    ['an empty object, which would match everything', { person: {} }],
    ['an operator somebody typed', { name: { $gt: '' } }],
    ['one at the top', { $or: [{ a: 1 }] }],
  ])('%s', (_, where) => {
    expect(() => conditions(where)).toThrow(TypeError)
  })

  test('the message names the field', () => {
    expect(() => conditions({ 'facts.id': undefined })).toThrow('where.facts.id')
  })
})

test('plain values and commands pass as they are', () => {
  const where = { a: 1, b: 'x', c: null, d: command.gt(3), e: { f: 1 }, g: [1, 2], h: new Date(0) }
  expect(conditions(where)).toBe(where)
})

test('a change may hold an empty object: it is a value there', () => {
  expect(() => refuseSurprises({ claims: {} }, 'change')).not.toThrow()
  expect(() => refuseSurprises({ claims: undefined }, 'change')).toThrow('change.claims')
})
