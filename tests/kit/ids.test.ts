import * as v from 'valibot'
import { hiddenId, idOf, personIdHint, randomId, randomToken } from '@/cloudfunctions/kit/ids'
import { id, idempotencyKey } from '@/types/shared/fields'

beforeEach(() => {
  process.env.CHJ_ID_KEY = 'test-id-key'
})

test('every id passes as one and begins with its centre', () => {
  for (const made of [
    randomId('dl', 'a'),
    idOf('dl', 'r', randomId('dl', 'a'), randomId('dl', 'p')),
    hiddenId('dl', 'm', 'anything at all'),
    personIdHint('dl', 'o-李'),
  ]) {
    expect(v.is(id, made)).toBe(true)
    expect(made.startsWith('dl_')).toBe(true)
  }
  expect(v.is(idempotencyKey, randomToken())).toBe(true)
})

test('a made-up id is another each time; one made of things is the same, and names its parts', () => {
  expect(new Set(Array.from({ length: 500 }, () => randomId('dl', 'a'))).size).toBe(500)
  expect(idOf('dl', 'h', 'dl_a1', 2, 'dl_p1')).toBe('dl_h-a1-2-p1')
})

test('a hidden id is the same for the same person, centre and secret only', () => {
  const hint = personIdHint('dl', 'o-li')
  expect(personIdHint('dl', 'o-li')).toBe(hint)
  expect(hint).not.toContain('o-li')
  expect(personIdHint('dl', 'o-wang')).not.toBe(hint)
  expect(personIdHint('xi', 'o-li').slice(3)).not.toBe(hint.slice(3))
  expect(hiddenId('dl', 'm', 'o-li').slice(4)).not.toBe(hint.slice(4))
  process.env.CHJ_ID_KEY = 'another-key'
  expect(personIdHint('dl', 'o-li')).not.toBe(hint)
})

test('parts are told apart: what lies on either side of a border does not matter to the whole', () => {
  expect(hiddenId('dl', 'm', 'ab', 'c')).not.toBe(hiddenId('dl', 'm', 'a', 'bc'))
})
