import type { Document } from '@/emulator/database'
import { closeAll, indexed, open } from './open'

afterEach(closeAll)

test('$jsonSchema matches by JSON Schema and bsonType', async () => {
  const { database } = open([indexed('c')])
  const documents = [
    { _id: 1, n: 5, at: new Date(0) },
    { _id: 2, n: 'five', at: 0 },
    { _id: 3, n: 5.5 },
  ]
  await database.insert({ collection: 'c', documents })
  const find = ($jsonSchema: Document) =>
    database.find({ collection: 'c', query: { $jsonSchema } }).documents.map(({ _id }) => _id)
  expect(find({ required: ['at'] })).toEqual([1, 2])
  expect(find({ properties: { at: { bsonType: 'date' } } })).toEqual([1, 3])
  expect(find({ properties: { n: { bsonType: 'int' } } })).toEqual([1])
  expect(find({ properties: { n: { bsonType: ['number'], maximum: 5 } } })).toEqual([1])
  expect(() => find({ type: 'no such type' })).toThrow('FailedToParse')
})
