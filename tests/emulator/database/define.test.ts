import { Database } from '@/emulator/database'
import { Clock } from '@/emulator/clock'
import { defaultLimits } from '@/emulator/limits'
import { closeAll, indexed, open } from './open'

afterEach(closeAll)

const people = [
  { _id: 1, name: 'li', block: 3, tags: ['a', 'b'] },
  { _id: 2, name: 'wang', block: 3 },
  { _id: 3, name: 'zhao', block: 4 },
]

test('an index made later knows the documents that are there already', async () => {
  const { database } = open([indexed('people')])
  await database.insert({ collection: 'people', documents: people })
  database.define(indexed('people', 'block', 'tags'))
  const find = (query: Record<string, unknown>) => {
    const { documents, examined } = database.find({ collection: 'people', query })
    return [documents.map(({ _id }) => _id), examined]
  }
  expect(find({ block: 3 })).toEqual([[1, 2], 2])
  expect(find({ tags: 'b' })).toEqual([[1], 1])
  database.define(indexed('people', 'name'))
  expect(find({ block: 3 })).toEqual([[1, 2], 3])
  expect(find({ name: 'zhao' })).toEqual([[3], 1])
})

test('a unique index the documents violate is refused, and nothing changes', async () => {
  const { database } = open([indexed('people', 'name')])
  await database.insert({ collection: 'people', documents: people })
  expect(() => database.define(indexed('people', '!block'))).toThrow('E11000 duplicate key')
  expect(database.find({ collection: 'people', query: { name: 'li' } }).examined).toBe(1)
  await database.insert({ collection: 'people', documents: [{ _id: 4, block: 3 }] })
})

test('indexes of two lists in one document are refused', async () => {
  const { database } = open([indexed('people', 'a b')])
  const parallel = { a: [1, 2], b: [3, 4] }
  await expect(database.insert({ collection: 'people', documents: [parallel] })).rejects.toThrow(
    'cannot index parallel arrays',
  )
})

test('documents, indexes and what is known of lists survive a restart', async () => {
  const { database, path } = open([indexed('people', 'tags', '!name')])
  await database.insert({ collection: 'people', documents: people })
  const again = Database.open({ path, clock: new Clock(), limits: defaultLimits })
  expect(again.collections()).toEqual(['people'])
  const twoTags = { tags: { $gt: 'a', $lt: 'b' } }
  expect(again.find({ collection: 'people', query: twoTags }).documents).toHaveLength(1)
  await expect(again.insert({ collection: 'people', documents: [{ name: 'li' }] })).rejects.toThrow(
    'E11000',
  )
  await again.insert({ collection: 'people', documents: [{ _id: 9, name: 'new' }] })
  expect(again.count({ collection: 'people', query: {} }).total).toBe(4)
  again.close()
})

test('a collection can be added once', () => {
  const { database } = open([])
  database.addCollection('new')
  expect(() => database.addCollection('new')).toThrow('Table exist: new')
  expect(database.collections()).toEqual(['new'])
  expect(database.find({ collection: 'new', query: {} }).documents).toEqual([])
})
