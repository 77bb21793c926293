import { RowCache } from '@/emulator/database/row-cache'
import { closeAll, indexed, open } from './open'

afterEach(closeAll)

const read = (database: ReturnType<typeof open>['database'], _id: string) =>
  database.find({ collection: 'seats', query: { _id } }).documents[0]

test('a document read by its id is read as it is now', async () => {
  const { database } = open([indexed('seats', '!row')])
  await database.insert({ collection: 'seats', documents: [{ _id: 'a', left: 3, row: 1 }] })
  expect(read(database, 'a')).toEqual({ _id: 'a', left: 3, row: 1 })

  await database.modify({
    collection: 'seats',
    query: { left: { $gt: 0 } },
    update: { $inc: { left: -1 } },
    merge: true,
    multi: true,
    upsert: false,
  })
  expect(read(database, 'a')).toEqual({ _id: 'a', left: 2, row: 1 })

  await database.remove({ collection: 'seats', query: { _id: 'a' }, multi: false })
  expect(read(database, 'a')).toBeUndefined()
  await database.insert({ collection: 'seats', documents: [{ _id: 'a', left: 9, row: 1 }] })
  expect(read(database, 'a')).toEqual({ _id: 'a', left: 9, row: 1 })
})

test('a transaction keeps seeing its snapshot, and others see what it committed', async () => {
  const { database } = open([indexed('seats')])
  await database.insert({ collection: 'seats', documents: [{ _id: 'a', left: 3 }] })
  read(database, 'a')
  const transactionId = database.startTransaction()
  const inside = () =>
    database.find({ collection: 'seats', query: { _id: 'a' }, transactionId }).documents[0]
  expect(inside()).toEqual({ _id: 'a', left: 3 })
  await database.modify({
    collection: 'seats',
    query: { _id: 'a' },
    update: { $set: { left: 1 } },
    merge: true,
    multi: false,
    upsert: false,
    transactionId,
  })
  expect(inside()).toEqual({ _id: 'a', left: 1 })
  expect(read(database, 'a')).toEqual({ _id: 'a', left: 3 })
  await database.commit(transactionId)
  expect(read(database, 'a')).toEqual({ _id: 'a', left: 1 })
})

test('a step that is taken back leaves nothing to read', async () => {
  const { database } = open([indexed('seats', '!row')])
  await database.insert({ collection: 'seats', documents: [{ _id: 'a', row: 1 }] })
  const several = [
    { _id: 'b', row: 2 },
    { _id: 'c', row: 1 },
  ]
  await expect(database.insert({ collection: 'seats', documents: several })).rejects.toThrow()
  expect(read(database, 'c')).toBeUndefined()
  expect(read(database, 'a')).toEqual({ _id: 'a', row: 1 })
})

test('what was not read for longest is forgotten first', () => {
  const cache = new RowCache()
  const reads: number[] = []
  const get = (record: number) =>
    cache.get(1, Buffer.from(String(record)), () => {
      reads.push(record)
      return { record, revision: 1, text: '{}' }
    })
  for (let record = 0; record < 5000; record++) get(record)
  get(0)
  get(5000)
  reads.length = 0
  get(0)
  get(1)
  expect(reads).toEqual([1])
})
