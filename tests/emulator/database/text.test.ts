import type { Document } from '@/emulator/database'
import { closeAll, indexed, open } from './open'

afterEach(closeAll)

test('$text finds words, phrases and not what is refused', async () => {
  const { database } = open([indexed('notes')])
  const documents = [
    { _id: 1, title: 'Tai Chi in the park', by: { name: 'Wang' } },
    { _id: 2, title: 'Café morning', tags: ['chi'] },
    { _id: 3, title: '书法 班' },
  ]
  await database.insert({ collection: 'notes', documents })
  const find = ($text: Document, more: Document = {}) =>
    database
      .find({ collection: 'notes', query: { $text, ...more } })
      .documents.map(({ _id }) => _id)
  expect(find({ $search: 'chi' })).toEqual([1, 2])
  expect(find({ $search: 'chi -park' })).toEqual([2])
  expect(find({ $search: '"the park" morning' })).toEqual([1])
  expect(find({ $search: 'cafe wang' })).toEqual([1, 2])
  expect(find({ $search: 'cafe', $diacriticSensitive: true })).toEqual([])
  expect(find({ $search: 'CHI', $caseSensitive: true })).toEqual([])
  expect(find({ $search: '书法' })).toEqual([3])
  expect(find({ $search: 'chi' }, { _id: 2 })).toEqual([2])
})
