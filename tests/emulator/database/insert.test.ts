import { closeAll, indexed, noon, open } from './open'

afterEach(closeAll)

const people = 'people'

test('an _id is kept, or made of 32 hexadecimal characters', async () => {
  const { database } = open([indexed(people)])
  const { ids } = await database.insert({ collection: people, documents: [{ _id: 7 }, { n: 1 }] })
  expect(ids[0]).toBe(7)
  expect(ids[1]).toMatch(/^[0-9a-f]{32}$/)
  expect(database.find({ collection: people, query: { _id: ids[1] } }).documents).toEqual([
    { _id: ids[1], n: 1 },
  ])
})

test('a taken _id is a duplicate key, and the documents before it stay', async () => {
  const { database } = open([indexed(people)])
  await database.insert({ collection: people, documents: [{ _id: 'li', n: 1 }] })
  const again = database.insert({
    collection: people,
    documents: [{ _id: 'wang' }, { _id: 'li', n: 2 }, { _id: 'zhao' }],
  })
  await expect(again).rejects.toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message:
      '[FailedOperation] multiple write errors: [{write errors: [{E11000 duplicate key error collection: people index: _id_ dup key: { : "li" }}]}, {<nil>}]',
  })
  const { documents } = database.find({ collection: people, query: {} })
  expect(documents).toEqual([{ _id: 'li', n: 1 }, { _id: 'wang' }])
})

test('a unique index takes a missing field for null: a second one collides', async () => {
  const { database } = open([indexed(people, '!card')])
  const add = (document: object) =>
    database.insert({ collection: people, documents: [document as never] })
  await add({ _id: 1, card: 'A' })
  await add({ _id: 2 })
  await expect(add({ _id: 3 })).rejects.toThrow('E11000 duplicate key')
  await expect(add({ _id: 3, card: null })).rejects.toThrow('index: !card dup key: { : null }')
  await expect(add({ _id: 3, card: ['B', 'A'] })).rejects.toThrow('E11000 duplicate key')
  await add({ _id: 3, card: ['B', 'B', 'C'] })
  expect(database.count({ collection: people, query: {} }).total).toBe(3)
})

test('a document of 512 KiB is taken, one byte more is not', async () => {
  const { database } = open([indexed(people)])
  const sized = (bytes: number) => ({ _id: bytes, t: 'x'.repeat(bytes - 22) })
  const most = 512 * 1024
  await database.insert({ collection: people, documents: [sized(most)] })
  const larger = database.insert({ collection: people, documents: [sized(most + 1)] })
  await expect(larger).rejects.toThrow('exceeds the limit of 524288 bytes')
  expect(database.count({ collection: people, query: {} }).total).toBe(1)
})

test('server dates of one insert are one time, with their offsets', async () => {
  const { database } = open([indexed(people)])
  const date = (offset: number) => ({ $tcb_server_date: { offset } })
  await database.insert({
    collection: people,
    documents: [
      { _id: 1, at: date(0) },
      { _id: 2, due: [date(60_000)] },
    ],
  })
  const [one, two] = database.find({ collection: people, query: {} }).documents
  const at = (one!.at as Date).getTime()
  expect(at).toBeGreaterThanOrEqual(noon)
  expect((two!.due as Date[])[0]!.getTime()).toBe(at + 60_000)
})

test('a field may not begin with a dollar, and an _id may not be a list', async () => {
  const { database } = open([indexed(people)])
  const add = (document: object) =>
    database.insert({ collection: people, documents: [document as never] })
  await expect(add({ a: { $gt: '' } })).rejects.toThrow("'$gt' in '$gt' is not valid for storage")
  await expect(add({ _id: [1] })).rejects.toThrow("The '_id' value cannot be of type array")
  expect(database.count({ collection: people, query: {} }).total).toBe(0)
})
