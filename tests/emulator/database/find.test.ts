import { Binary, Long, ObjectId } from 'bson'
import type { Document } from '@/emulator/database'
import { closeAll, indexed, noon, open } from './open'

afterEach(closeAll)

async function holding(...documents: Document[]) {
  const { database } = open([indexed('people')])
  await database.insert({ collection: 'people', documents })
  const ids = (query: Document, order?: [string, 1 | -1][]) =>
    database.find({ collection: 'people', query, order }).documents.map(({ _id }) => _id)
  return { database, ids }
}

test('every kind of value comes back as it went in', async () => {
  const document = {
    _id: 'all',
    whole: 3,
    broken: 0.1,
    large: Long.fromString('9223372036854775807'),
    infinite: Infinity,
    text: '李奶奶 \u0000 "$x"',
    yes: true,
    nothing: null,
    day: new Date(noon),
    before: new Date(-1),
    pattern: /^李.+/i,
    id: new ObjectId('5f0000000000000000000001'),
    bytes: new Binary(Buffer.from([0, 255])),
    list: [1, [2, { day: new Date(0) }], null],
    inner: { deep: { day: new Date(1) } },
  }
  const { database } = await holding(document)
  const [found] = database.find({ collection: 'people', query: { _id: 'all' } }).documents
  expect(found).toEqual(document)
  expect(Object.keys(found!)).toEqual(Object.keys(document))
})

test('null matches a null and a missing field; $exists tells them apart', async () => {
  const { ids } = await holding(
    { _id: 1, phone: null },
    { _id: 2 },
    { _id: 3, phone: '1' },
    { _id: 4, phone: [null] },
  )
  expect(ids({ phone: null })).toEqual([1, 2, 4])
  expect(ids({ phone: { $exists: false } })).toEqual([2])
  expect(ids({ phone: { $ne: null } })).toEqual([3])
})

test('order is BSON order across types: missing and null together, then numbers, text, objects and on', async () => {
  const { ids } = await holding(
    { _id: 'date', v: new Date(0) },
    { _id: 'true', v: true },
    { _id: 'id', v: new ObjectId() },
    { _id: 'object', v: { a: 1 } },
    { _id: 'text', v: 'a' },
    { _id: 'number', v: 5 },
    { _id: 'null', v: null },
    { _id: 'missing' },
    { _id: 'regex', v: /a/ },
  )
  const ascending = ['null', 'missing', 'number', 'text', 'object', 'id', 'true', 'date', 'regex']
  expect(ids({}, [['v', 1]])).toEqual(ascending)
  expect(ids({}, [['v', -1]])).toEqual([...ascending.slice(2).reverse(), 'null', 'missing'])
})

test('an array sorts by its smallest element upwards and by its largest downwards', async () => {
  const { ids } = await holding({ _id: 'a', v: [1, 9] }, { _id: 'b', v: 5 }, { _id: 'c', v: [] })
  expect(ids({}, [['v', 1]])).toEqual(['c', 'a', 'b'])
  expect(ids({}, [['v', -1]])).toEqual(['a', 'b', 'c'])
})

test('an array matches by any of its elements, and as a whole', async () => {
  const { ids } = await holding({ _id: 1, tags: ['书法', '太极'] }, { _id: 2, tags: '书法' })
  expect(ids({ tags: '书法' })).toEqual([1, 2])
  expect(ids({ tags: ['书法', '太极'] })).toEqual([1])
  expect(ids({ tags: { $all: ['太极', '书法'] } })).toEqual([1])
  expect(ids({ tags: { $size: 2 } })).toEqual([1])
  expect(ids({ 'tags.1': '太极' })).toEqual([1])
})

test('a number and a text are different _ids, and hexadecimal text is text', async () => {
  const hex = '5f0000000000000000000001'
  const { ids } = await holding({ _id: 1 }, { _id: '1' }, { _id: hex }, { _id: new ObjectId(hex) })
  expect(ids({ _id: 1 })).toEqual([1])
  expect(ids({ _id: '1' })).toEqual(['1'])
  expect(ids({ _id: hex })).toEqual([hex])
  expect(ids({ _id: new ObjectId(hex) })).toEqual([new ObjectId(hex)])
})

test('regular expressions match text, with options, also inside arrays', async () => {
  const { ids } = await holding(
    { _id: 1, n: 'Li' },
    { _id: 2, n: ['wang', 'li'] },
    { _id: 3, n: 7 },
  )
  expect(ids({ n: /^li/ })).toEqual([2])
  expect(ids({ n: { $regex: '^li', $options: 'i' } })).toEqual([1, 2])
  expect(ids({ n: { $regularExpression: { pattern: '^LI', options: 'gi' } } })).toEqual([1, 2])
  expect(ids({ n: { $not: /^li/i } })).toEqual([3])
})

test('skip, limit and order together; without a limit the default of the service', async () => {
  const documents = Array.from({ length: 120 }, (_, i) => ({ _id: i, turn: 119 - i }))
  const { database, ids } = await holding(...documents)
  expect(ids({})).toHaveLength(100)
  const page = database.find({
    collection: 'people',
    query: {},
    order: [['turn', 1]],
    offset: 5,
    limit: 3,
  })
  expect(page.documents.map(({ turn }) => turn)).toEqual([5, 6, 7])
})

test('a projection keeps or leaves out fields, also inside objects', async () => {
  const { database } = await holding({ _id: 1, a: 1, b: { c: 2, d: 3 }, list: [1, 2, 3] })
  const seen = (projection: Document) =>
    database.find({ collection: 'people', query: {}, projection }).documents[0]
  expect(seen({ a: 1 })).toEqual({ _id: 1, a: 1 })
  expect(seen({ _id: 0, 'b.c': 1 })).toEqual({ b: { c: 2 } })
  expect(seen({ b: 0, list: 0 })).toEqual({ _id: 1, a: 1 })
  expect(seen({ list: { $slice: 2 }, a: 1 })).toEqual({ _id: 1, a: 1, list: [1, 2] })
})

test('the text of a document is the Extended JSON of the wire', async () => {
  const { database } = await holding({ _id: 1, at: new Date(5), n: 2 })
  const { texts } = database.findTexts({ collection: 'people', query: {} })
  expect(texts).toEqual(['{"_id":1,"at":{"$date":{"$numberLong":"5"}},"n":2}'])
  const part = database.findTexts({ collection: 'people', query: {}, projection: { n: 1 } })
  expect(part.texts).toEqual(['{"_id":1,"n":2}'])
})

test('a server date in a query is the time of the clock', async () => {
  const { ids } = await holding(
    { _id: 'past', at: new Date(noon - 1) },
    { _id: 'next', at: new Date(noon + 60_000) },
  )
  expect(ids({ at: { $lt: { $tcb_server_date: { offset: 0 } } } })).toEqual(['past'])
  expect(ids({ at: { $lt: { $tcb_server_date: { offset: 120_000 } } } })).toEqual(['past', 'next'])
})

test('what MongoDB refuses is refused in its words', async () => {
  const { ids, database } = await holding({ _id: 1 })
  expect(() => ids({ a: { $in: 1 } })).toThrow('$in needs an array')
  expect(() => ids({ $or: [] })).toThrow('nonempty array')
  expect(() => ids({ a: { $foo: 1 } })).toThrow('unknown query operator $foo')
  expect(() => ids({ $where: 'true' })).toThrow('$where is not allowed')
  expect(() => database.find({ collection: 'absent', query: {} })).toThrow(
    expect.objectContaining({
      code: 'DATABASE_COLLECTION_NOT_EXIST',
      message: expect.stringContaining('Db or Table not exist: absent'),
    }),
  )
})
